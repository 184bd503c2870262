'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/ui/form/text-field'
import { IconButton } from '@/components/ui/icon-button'
import type { Find } from './use-find'

/** Enter goes to the next match, Shift and Enter to the one before. */
export function FindBar({ find }: { find: Find }) {
  const t = useTranslations('configs.content')
  const isIdle = find.matches === 0
  return (
    <div className="flex items-center gap-1">
      <TextField
        label={t('find')}
        hideLabel
        type="search"
        placeholder={t('find')}
        autoComplete="off"
        spellCheck={false}
        value={find.query}
        onChange={(event) => find.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
        }}
      />
      <IconButton
        label={t('previousMatch')}
        icon={ChevronUp}
        size="sm"
        disabled={isIdle}
        onClick={() => find.step(-1)}
      />
      <IconButton label={t('nextMatch')} icon={ChevronDown} size="sm" disabled={isIdle} onClick={() => find.step(1)} />
      <output className="ml-1 text-muted text-sm tabular-nums">
        {find.query && t('matches', { position: isIdle ? 0 : find.position + 1, count: find.matches })}
      </output>
    </div>
  )
}
