'use client'

import { clsx } from 'clsx'
import { RotateCcw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl'
import { FileButton } from '@/components/plan/value/file-button'
import { useFileDrop } from '@/components/plan/value/use-file-drop'
import { Button } from '@/components/ui/button'
import type { EditorLanguage } from '@/components/ui/editor/create-editor'
import { Skeleton } from '@/components/ui/page/skeleton'
import type { ContentFormat } from '@/lib/contract/data-objects'
import { textFromBytes } from '@/lib/rotation/content/text-bytes'
import { draftBase, draftOfFile } from './content-draft'
import type { useContentDraft } from './use-content-draft'

// 122 kB that only those need who edit.
const CodeEditor = dynamic(() => import('@/components/ui/editor/code-editor').then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-36 w-full" />,
})

/** The engine takes fewer bytes than this. */
export const configLimitBytes = 1_024_000

/** Larger texts are edited elsewhere and uploaded: a page that lags with each key is no editor. */
const editableBytes = 256 * 1024

type Props = {
  content: ReturnType<typeof useContentDraft>
  present: Uint8Array
  bytes: Uint8Array
  format: ContentFormat
}

/** Where the new content is made: by typing into the present one, or by a file, which is taken byte for byte. */
export function ContentEditor({ content, present, bytes, format }: Props) {
  const t = useTranslations('rotation.content')
  const { draft, beginning } = content
  const base = draftBase(draft, present)
  const file = textFromBytes(base)
  const take = async (upload: File) => content.takeFile(await draftOfFile(upload))
  const isOver = useFileDrop((upload) => void take(upload))
  return (
    <div className={clsx('rounded-lg', isOver && 'outline-2 outline-focus outline-offset-4')}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <FileButton label={t('upload')} onFile={(upload) => void take(upload)} />
        {(draft.upload || draft.text !== null) && (
          <Button size="sm" variant="quiet" icon={RotateCcw} onClick={content.startOver}>
            {t('startOver')}
          </Button>
        )}
        {draft.upload && <span className="text-muted text-sm">{t('fromFile', { name: draft.upload.fileName })}</span>}
        <ByteCount sizeBytes={bytes.length} />
      </div>
      {file && base.length <= editableBytes ? (
        <CodeEditor
          key={beginning}
          label={t('label')}
          initialText={draft.text ?? file.text}
          lineEnding={file.lineEnding}
          language={languageOf(format)}
          isReadOnly={false}
          onChange={content.setText}
        />
      ) : (
        <p className="rounded-lg border border-line border-dashed px-4 py-6 text-muted">
          {t(file ? 'tooLong' : 'binary')}
        </p>
      )}
      <p className="mt-1.5 text-muted text-sm">
        {t('drop')}
        {file?.lineEnding === '\r\n' && ` ${t('crlf')}`}
        {file?.lineEnding === 'mixed' && ` ${t('mixed')}`}
        {file?.hasMark && ` ${t('mark')}`}
        {!content.isKept && ` ${t('notKept')}`}
      </p>
    </div>
  )
}

function languageOf(format: ContentFormat): EditorLanguage {
  return format === 'json' || format === 'yaml' || format === 'xml' ? format : 'text'
}

function ByteCount({ sizeBytes }: { sizeBytes: number }) {
  const t = useTranslations('rotation.content')
  const isAllowed = sizeBytes > 0 && sizeBytes < configLimitBytes
  return (
    <span aria-live="polite" className={`ml-auto text-sm tabular-nums ${isAllowed ? 'text-muted' : 'text-failing'}`}>
      {t('bytes', { sizeBytes, limit: configLimitBytes })}
    </span>
  )
}
