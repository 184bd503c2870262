'use client'

import { Check, Copy } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText } from '@/lib/browser/copy-text'
import { Button } from './button'

type Props = Pick<ComponentProps<typeof Button>, 'variant' | 'size'> & {
  text: string
  label: string
}

/** Copies a text, and says whether it did: a browser may refuse. */
export function CopyButton({ text, label, ...button }: Props) {
  const t = useTranslations('ui.copy')
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => setState((await copyText(text)) ? 'copied' : 'failed')
  return (
    <>
      <output className={state === 'failed' ? 'text-failing' : 'text-running'}>
        {state === 'copied' && t('copied')}
        {state === 'failed' && t('failed')}
      </output>
      <Button {...button} icon={state === 'copied' ? Check : Copy} onClick={() => void copy()}>
        {label}
      </Button>
    </>
  )
}
