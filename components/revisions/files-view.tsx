'use client'

import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CodeView } from '@/components/ui/code-view'
import { IconButton } from '@/components/ui/icon-button'
import { Tabs } from '@/components/ui/tabs'
import { copyText } from '@/lib/browser/copy-text'
import { saveFile } from '@/lib/browser/save-file'
import type { DeployFile, RevisionContent } from '@/lib/contract/deploy'
import { bytesFromBase64, textFromBytes } from '@/lib/rotation/content/text-bytes'

/** Files to read, copy and download: the Compose files first, in the order in which they are merged. */
export function FilesView({ files, composeFiles }: Pick<RevisionContent, 'files' | 'composeFiles'>) {
  const t = useTranslations('revisions.file')
  const ordered = files.toSorted((a, b) => rank(composeFiles, a.name) - rank(composeFiles, b.name))
  const [first, ...others] = ordered.map((file) => ({
    id: file.name,
    label: file.name,
    content: <FileView file={file} />,
  }))
  if (!first) return null
  return <Tabs label={t('files')} tabs={[first, ...others]} param="file" />
}

function rank(composeFiles: readonly string[], name: string): number {
  const place = composeFiles.indexOf(name)
  return place === -1 ? composeFiles.length : place
}

function FileView({ file: { name, dataBase64, sizeBytes } }: { file: DeployFile }) {
  const t = useTranslations('revisions.file')
  const [isCopied, setIsCopied] = useState(false)
  if (dataBase64 === undefined) return <p className="text-muted">{t('secret')}</p>
  const bytes = bytesFromBase64(dataBase64)
  const text = textFromBytes(bytes)?.text ?? null
  const copy = async () => setIsCopied(await copyText(text ?? ''))
  return (
    <div className="relative">
      <div className="absolute top-1 right-3 z-10 flex gap-1">
        {text !== null && (
          <IconButton
            size="sm"
            icon={Copy}
            label={isCopied ? t('copied') : t('copy', { name })}
            onClick={() => void copy()}
          />
        )}
        <IconButton size="sm" icon={Download} label={t('download', { name })} onClick={() => saveFile(name, bytes)} />
      </div>
      {text === null ? (
        <p className="text-muted">{t('binary', { sizeBytes })}</p>
      ) : (
        <CodeView code={text} label={name} />
      )}
    </div>
  )
}
