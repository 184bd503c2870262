'use client'

import { FailedPage } from '@/components/ui/page/failed-page'

/** The frame stays, and with it the way to the other pages. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <FailedPage error={error} retry={retry} />
}
