'use client'

import './globals.css'

/**
 * Takes the place of the root layout when that fails, so it has neither the reader's language nor theme, and must not
 * need anything that could fail again.
 */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Skep</title>
        <main className="mx-auto max-w-prose px-4 py-16">
          <h1 className="font-semibold text-xl">Skep could not show this page</h1>
          <p className="mt-1 text-muted">Workloads keep running. Try again; if it stays, look at the log of Skep.</p>
          <p className="mt-1 text-muted" lang="ko">
            Skep이 이 페이지를 표시하지 못했습니다. 워크로드는 계속 실행됩니다. 다시 시도하고, 계속되면 Skep의 로그를
            확인하십시오.
          </p>
          <button type="button" onClick={retry} className="mt-4 text-accent underline">
            Try again · 다시 시도
          </button>
        </main>
      </body>
    </html>
  )
}
