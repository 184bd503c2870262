'use client'

import { Zap } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useFamilyPolicy } from '@/components/families/policy/use-family-policy'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { useMay } from '@/lib/browser/current-user'
import type { ViewOf } from '@/lib/contract/topics'
import { RotationsDialog } from './rotations-dialog'

type Props = { name: string; initial: ViewOf<`secret:${string}`>; policies: ViewOf<'policies'> }

/** For the page of a secret whose policy says how its value is made: its rotation is this button and one confirmation. */
export function RotateNow({ name, initial, policies }: Props) {
  const t = useTranslations('oneClick')
  const mayRotate = useMay('secret.rotate')
  const show = useShowDialog()
  const { policy, current } = useFamilyPolicy({ kind: 'secret', name, initial, policies })
  if (!policy?.recipe || !current) return null
  return (
    <Button
      icon={Zap}
      disabledReason={!mayRotate && t('notAllowed')}
      onClick={() => show((close) => <RotationsDialog names={[current]} onClose={close} />)}
    >
      {t('button')}
    </Button>
  )
}
