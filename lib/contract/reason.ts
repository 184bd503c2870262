import type { Params } from '@/lib/errors/app-error'

/** A sentence that the screen renders from `messages/` by its code. */
export type Reason = { code: string } & { params?: Params }
