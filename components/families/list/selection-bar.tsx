'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RotationsDialog } from '@/components/families/one-click/rotations-dialog'
import { Button } from '@/components/ui/button'
import type { Family } from './family'
import type { NameSet } from './list-state'

/** The server begins no more at once. */
const mostAtOnce = 100

/** What can be done with the families that are selected. Not there while there are none. */
export function SelectionBar({ families, selected }: { families: readonly Family[]; selected: NameSet }) {
  const t = useTranslations('oneClick')
  const [names, setNames] = useState<readonly string[] | null>(null)
  const chosen = families.filter(({ name }) => selected.names.has(name)).map(({ current }) => current.name)
  return (
    <>
      {chosen.length > 0 && (
        <section
          aria-label={t('selection')}
          className="sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-raised px-4 py-2.5 shadow-overlay"
        >
          <output className="tabular-nums">{t('selected', { count: chosen.length })}</output>
          <Button
            variant="primary"
            disabledReason={chosen.length > mostAtOnce && t('tooMany', { most: mostAtOnce })}
            onClick={() => setNames(chosen)}
          >
            {t('rotateSelected', { count: chosen.length })}
          </Button>
          <Button variant="quiet" onClick={selected.clear}>
            {t('clear')}
          </Button>
        </section>
      )}
      {names && <RotationsDialog names={names} onStarted={selected.clear} onClose={() => setNames(null)} />}
    </>
  )
}
