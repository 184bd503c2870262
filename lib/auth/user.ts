import type { Role } from '@/lib/contract/session'

/** Who asks. What goes into operations and the audit log is the id and a copy of the name. */
export type User = { id: string; username: string; name: string; role: Role }
