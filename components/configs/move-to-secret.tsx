'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { useMay } from '@/lib/browser/current-user'
import type { ConfigRow } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'

/** Offers to move what a config holds to a secret. */
export function MoveToSecret({ config }: { config: ConfigRow }) {
  const t = useTranslations('configs.toSecret')
  const show = useShowDialog()
  const mayCreate = useMay('secret.create')
  const isUsed = config.usedBy.some(({ by }) => by === 'spec')
  return (
    <Button
      size="sm"
      icon={KeyRound}
      disabledReason={mayCreate ? !isUsed && t('unused') : t('notAllowed')}
      onClick={() => show((close) => <MoveDialog config={config.name} onClose={close} />)}
    >
      {t('open')}
    </Button>
  )
}

/** The plan for all services that use the config, and how it goes. */
function MoveDialog({ config, onClose }: { config: string; onClose: () => void }) {
  const t = useTranslations('configs.toSecret')
  return (
    <PlanDialog
      title={t('title', { name: config })}
      description={t('description')}
      action={t('action')}
      path={{ plan: api.moveToSecretPlan(config), apply: api.moveToSecret(config) }}
      request={noWish}
      onClose={onClose}
    />
  )
}

/** The secret gets the config's name where that is free. */
const noWish = {}
