'use client'

import { Copy } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { copyText } from '@/lib/browser/copy-text'

type Props = Pick<ComponentProps<typeof Button>, 'aria-label' | 'disabledReason' | 'className'> & {
  /** Asked for when somebody wants to have it, and never held here. */
  readValue: () => string
}

/** Copies a secret's value, and says for a moment whether it did: a browser may refuse. */
export function CopyValue({ readValue, ...button }: Props) {
  const t = useTranslations('ui.copy')
  const value = useTranslations('plan.value')
  const [state, setState] = useState<'copied' | 'failed' | null>(null)
  const copy = async () => {
    setState((await copyText(readValue())) ? 'copied' : 'failed')
    setTimeout(() => setState(null), 2_000)
  }
  return (
    <Button
      size="sm"
      icon={Copy}
      {...button}
      aria-label={state ? undefined : button['aria-label']}
      onClick={() => void copy()}
    >
      {state ? t(state) : value('copy')}
    </Button>
  )
}
