'use client'

import { Workflow } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { type CurlWish, curlLine } from './curl-line'

/** A button, and behind it the command with which a pipeline does what this page does. */
export function DeployFromCi({ wish }: { wish: Omit<CurlWish, 'origin'> }) {
  const t = useTranslations('ci')
  const mayDeploy = useMay('stack.deploy')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        icon={Workflow}
        disabledReason={!mayDeploy && t('notAllowed')}
        onClick={() => setIsOpen(true)}
      >
        {t('open')}
      </Button>
      {isOpen && <CommandDialog wish={wish} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function CommandDialog({ wish, onClose }: { wish: Omit<CurlWish, 'origin'>; onClose: () => void }) {
  const t = useTranslations('ci')
  const line = curlLine({ ...wish, origin: window.location.origin })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('title', { stack: wish.stack })}
      description={t('description')}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <CopyButton variant="primary" text={line} label={t('copy')} />
        </>
      }
    >
      <section aria-label={t('command')}>
        <pre className="select-all overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm">
          {line}
        </pre>
      </section>
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-5 text-muted text-sm">
        <li>
          {t.rich('token', {
            tokens: linkTag(page.tokens()),
            variable: codeTag,
          })}
        </li>
        <li>{t.rich('planOnly', { field: codeTag })}</li>
        <li>{t.rich('ends', { flag: codeTag })}</li>
      </ul>
    </Dialog>
  )
}

const codeTag = (children: ReactNode) => <code>{children}</code>
