'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useMay } from '@/lib/browser/current-user'
import type { useRevealed } from '@/lib/browser/use-revealed'

type Props = {
  revealed: Omit<ReturnType<typeof useRevealed>, 'error'>
  /** How many values there are to see. */
  count: number
}

/** Shows values of environments, which is a right of its own and is recorded; or masks them again. */
export function RevealButton({ revealed: { values, show, hide, pending }, count }: Props) {
  const t = useTranslations('services.environment')
  const canRead = useMay('service.environment.read')
  if (values !== null) {
    return (
      <Button size="sm" icon={EyeOff} onClick={hide}>
        {t('hide')}
      </Button>
    )
  }
  return (
    <Button size="sm" icon={Eye} busy={pending} disabledReason={!canRead && t('notAllowed')} onClick={show}>
      {t('show', { count })}
    </Button>
  )
}
