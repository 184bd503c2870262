'use client'

import { useTranslations } from 'use-intl'
import type { Entry } from './parse-properties'

/** The entries of an INI or properties file, section by section. */
export function KeyValueTable({ entries, label }: { entries: readonly Entry[]; label: string }) {
  const t = useTranslations('configs.content')
  const sections = [...new Set(entries.map((entry) => entry.section))]
  return (
    <div className="space-y-4">
      {sections.map((section) => (
        <section key={section} aria-label={section || label}>
          {section && <h3 className="mb-1.5 font-medium font-mono text-sm">[{section}]</h3>}
          <dl className="overflow-hidden rounded-lg border border-line bg-surface font-mono text-sm">
            {entries
              .filter((entry) => entry.section === section)
              .map((entry) => (
                <div
                  key={entry.line}
                  className="grid gap-x-6 border-line border-b px-4 py-2 last:border-b-0 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]"
                >
                  <dt className="break-all">{entry.key}</dt>
                  <dd className="break-all text-muted">
                    {entry.value ?? <span className="font-sans text-faint">{t('noValue')}</span>}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
