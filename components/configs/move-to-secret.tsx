'use client'

import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlanDialog } from '@/components/plan/plan-dialog'
import { Button } from '@/components/ui/button'
import { useMay } from '@/lib/browser/current-user'
import { api } from '@/lib/paths/api'

/** Moves what a config holds to a secret, in all services that use it. */
export function MoveToSecret({ config, isUsed }: { config: string; isUsed: boolean }) {
  const t = useTranslations('configs.toSecret')
  const mayCreate = useMay('secret.create')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        icon={KeyRound}
        disabledReason={mayCreate ? !isUsed && t('unused') : t('notAllowed')}
        onClick={() => setIsOpen(true)}
      >
        {t('open')}
      </Button>
      {isOpen && (
        <PlanDialog
          title={t('title', { name: config })}
          description={t('description')}
          action={t('action')}
          path={{ plan: api.moveToSecretPlan(config), apply: api.moveToSecret(config) }}
          request={noWish}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

/** The secret gets the config's name where that is free. */
const noWish = {}
