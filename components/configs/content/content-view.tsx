'use client'

import { type ReactNode, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useSearchParam } from '@/lib/browser/use-search-param'
import type { ContentFormat } from '@/lib/contract/data-objects'
import { decodeText } from './decode-text'
import { formatJson } from './format-json'
import { HexView } from './hex-view'
import { KeyValueTable } from './key-value-table'
import { parseProperties } from './parse-properties'
import { SecretWarning } from './secret-warning'
import { TextView } from './text-view'
import { type ViewMode, ViewSwitch } from './view-switch'

type Props = {
  name: string
  bytes: Uint8Array
  format: ContentFormat
  /** What can be done about a content that looks like a secret. */
  remedy?: ReactNode
}

/** More keys than this are text to search in, not a table to read. */
const maxTableEntries = 1000

/** A config's content in the form that suits its format, with the bytes as they are always one click away. */
export function ContentView({ name, bytes, format, remedy }: Props) {
  const t = useTranslations('configs.content')
  const [asked, setAsked] = useSearchParam('view')
  const text = useMemo(() => (format === 'binary' ? null : decodeText(bytes)), [bytes, format])
  const pretty = useMemo(() => (format === 'json' && text !== null ? formatJson(text) : null), [format, text])
  const entries = useMemo(() => (format === 'ini' && text !== null ? parseProperties(text) : []), [format, text])

  const modes: ViewMode[] = ['hex']
  if (text !== null) modes.unshift('text')
  if (pretty !== null) modes.unshift('pretty')
  if (entries.length > 0 && entries.length <= maxTableEntries) modes.unshift('table')
  const mode = modes.find((one) => one === asked) ?? modes[0] ?? 'hex'

  return (
    <>
      {text !== null && <SecretWarning text={text} action={remedy} />}
      {modes.length > 1 && (
        <ViewSwitch
          label={t('view')}
          modes={modes}
          value={mode}
          onChange={(next) => setAsked(next === modes[0] ? '' : next)}
        />
      )}
      {mode === 'table' && <KeyValueTable entries={entries} label={name} />}
      {mode === 'pretty' && pretty !== null && <TextView text={pretty} label={name} />}
      {mode === 'text' && text !== null && <TextView text={text} label={name} />}
      {mode === 'hex' && <HexView bytes={bytes} label={name} />}
    </>
  )
}
