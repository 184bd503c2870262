'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FileButton } from '@/components/plan/value/file-button'
import { useFileDrop } from '@/components/plan/value/use-file-drop'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/form/text-area'

type Chosen = { fileName: string; bytes: Uint8Array }

/** A config's content: typed, or the bytes of a file as they are. */
export function useConfigBytes() {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const bytes = () => chosen?.bytes ?? new TextEncoder().encode(text)
  const take = async (file: File) => setChosen({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  return { text, setText, chosen, take, drop: () => setChosen(null), bytes, sizeBytes: bytes().length }
}

export function ConfigContentField({ content }: { content: ReturnType<typeof useConfigBytes> }) {
  const t = useTranslations('plan.create.content')
  const { text, setText, chosen, take, drop, sizeBytes } = content
  useFileDrop((file) => void take(file))
  return (
    <div className="flex flex-col gap-2">
      {chosen ? (
        <p className="rounded-lg border border-line px-3 py-2">
          {t('file', { name: chosen.fileName })}{' '}
          <Button variant="quiet" size="sm" onClick={drop}>
            {t('typeInstead')}
          </Button>
        </p>
      ) : (
        <TextArea label={t('label')} mono rows={8} value={text} onChange={(event) => setText(event.target.value)} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <FileButton label={t('upload')} onFile={(file) => void take(file)} />
        <span className="ml-auto text-muted text-sm tabular-nums">{t('bytes', { sizeBytes })}</span>
      </div>
    </div>
  )
}
