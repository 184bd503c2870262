'use client'

import { FailedPage } from '@/components/ui/page/failed-page'

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <FailedPage error={error} retry={retry} />
    </main>
  )
}
