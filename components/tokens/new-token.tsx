'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { copyText } from '@/lib/browser/copy-text'
import type { NewTokenRow } from '@/lib/contract/session'

type Props = { made: NewTokenRow; onClose: () => void }

/** The token, the one time that it can be seen. */
export function NewToken({ made, onClose }: Props) {
  const t = useTranslations('tokens.made')
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => setState((await copyText(made.token)) ? 'copied' : 'failed')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { name: made.name })}
      description={t('description')}
      footer={
        <>
          <Button onClick={onClose}>{t('done')}</Button>
          <Button variant="primary" icon={state === 'copied' ? Check : Copy} onClick={() => void copy()}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('label')}
        value={made.token}
        readOnly
        mono
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
      />
      <output className={state === 'failed' ? 'mt-2 block text-failing text-sm' : 'mt-2 block text-running text-sm'}>
        {state === 'copied' && t('copied')}
        {state === 'failed' && t('failed')}
      </output>
    </Dialog>
  )
}
