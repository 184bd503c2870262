'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { saveFile } from '@/lib/browser/save-file'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { StackPatch } from '@/lib/contract/stack-files'
import { page } from '@/lib/paths/page'
import { FileProblem } from './file-problem'
import { PatchText } from './patch-text'

type Props = { stack: string; patch: StackPatch; isOwn: boolean }

/** A patch to read, copy and download, and what no patch can say. */
export function PatchView({ stack, patch, isOwn }: Props) {
  const t = useTranslations('stackFiles.patch')
  const isNothing = patch.behind.length === 0
  return (
    <div className="flex flex-col gap-3">
      {isNothing && <p className="max-w-prose">{t(isOwn ? 'ownIsTrue' : 'nothing')}</p>}
      {patch.problem && <FileProblem problem={patch.problem} />}
      <Findings findings={patch.findings} />
      {patch.patch !== '' && (
        <>
          {patch.isRebuilt && <p className="max-w-prose text-muted text-sm">{t('rebuilt')}</p>}
          <PatchText patch={patch.patch} label={t('label')} />
          <div className="flex flex-wrap items-center justify-end gap-2 text-sm">
            <CopyButton text={patch.patch} label={t('copy')} />
            <Button icon={Download} onClick={() => saveFile(`${stack}.patch`, new TextEncoder().encode(patch.patch))}>
              {t('download')}
            </Button>
          </div>
          <p className="max-w-prose text-muted text-sm">{t.rich('apply', { command: commandTag })}</p>
        </>
      )}
      {patch.contents.length > 0 && (
        <ul aria-label={t('contents')} className="flex flex-col gap-1 text-sm">
          {patch.contents.map(({ file, kind, of }) => (
            <li key={file} className="max-w-prose">
              {t.rich(kind === 'config' ? 'content' : 'secret', { file, name: of, link: linkTag(page[kind](of)) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const commandTag = (children: React.ReactNode) => <code className="font-mono">{children}</code>

function Findings({ findings }: Pick<StackPatch, 'findings'>) {
  const t = useTranslations('stackFiles.patch')
  const say = useCodedText('compose.findings')
  if (findings.length === 0) return null
  return (
    <ul aria-label={t('findings')} className="flex flex-col gap-1 text-sm">
      {findings.map(({ code, params, file, line }) => (
        <li key={`${code} ${file} ${line}`} className="max-w-prose">
          {line !== null && <span className="tabular-nums">{t('line', { line })} </span>}
          {say(`${code}.title`, params)}
        </li>
      ))}
    </ul>
  )
}
