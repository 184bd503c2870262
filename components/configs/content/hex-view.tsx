'use client'

import { useTranslations } from 'use-intl'
import { hexRow } from './hex-row'
import { useBytesPerRow } from './use-bytes-per-row'
import { VirtualLines } from './virtual-lines'

/** Bytes as an editor for bytes shows them: where, as numbers, and as far as they are letters as those. */
export function HexView({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const t = useTranslations('configs.content')
  const perRow = useBytesPerRow()
  return (
    <VirtualLines
      count={Math.ceil(bytes.length / perRow)}
      label={t('hexLabel', { name: label })}
      renderLine={(index) => {
        const row = hexRow(bytes, index, perRow)
        return (
          <span className="flex gap-4 px-4 max-sm:gap-2 max-sm:px-3 max-sm:text-xs max-sm:leading-5">
            <span className="select-none text-faint">{row.offset}</span>
            <span>{row.hex}</span>
            <span className="text-muted">{row.ascii}</span>
          </span>
        )
      }}
    />
  )
}
