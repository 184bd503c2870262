'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { usePlan } from '@/lib/browser/use-plan'
import type { DataObjectKind, Usage } from '@/lib/contract/data-objects'
import { api } from '@/lib/paths/api'
import { RemovalDialog } from './removal-dialog'

type Props = {
  kind: DataObjectKind
  name: string
  /** Who still needs it; see ConfigDetail and SecretDetail. */
  blockers: readonly Usage[]
}

const paths = {
  config: { plan: api.removeConfigPlan, remove: api.removeConfig },
  secret: { plan: api.removeSecretPlan, remove: api.removeSecret },
}

/** Removes one version of a config or secret, when nothing needs it any more. It cannot be taken back. */
export function RemoveVersion({ kind, name, blockers }: Props) {
  const t = useTranslations('plan.remove')
  const [isOpen, setIsOpen] = useState(false)
  const mayRemove = useMay(kind === 'config' ? 'config.remove' : 'secret.remove')
  const needed = useNeed(blockers)
  return (
    <>
      <Button
        variant="danger"
        icon={Trash2}
        disabledReason={mayRemove ? needed : t('notAllowed')}
        onClick={() => setIsOpen(true)}
      >
        {t('button')}
      </Button>
      {isOpen && <RemoveDialog kind={kind} name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** Why it has to stay, the strongest need first: "Used by shop_api. shop_web would need it for a rollback." */
function useNeed(blockers: readonly Usage[]): string {
  const t = useTranslations('plan.remove.needed')
  const sentences = (['spec', 'previous', 'task'] as const).flatMap((by) => {
    const services = [...new Set(blockers.filter((usage) => usage.by === by).map((usage) => usage.serviceName))]
    return services.length > 0 ? [t(by, { services: services.join(', ') })] : []
  })
  return sentences.join(' ')
}

type DialogProps = { kind: DataObjectKind; name: string; onClose: () => void }

function RemoveDialog({ kind, name, onClose }: DialogProps) {
  const t = useTranslations('plan.remove')
  const planned = usePlan(paths[kind].plan(name), {})
  return (
    <RemovalDialog
      title={t('title', { name })}
      description={t('description', { kind })}
      word={name}
      asks={t('typeName', { name })}
      apply={t('apply', { name })}
      planned={planned}
      send={(planDigest) => callApi('DELETE', paths[kind].remove(name), { planDigest })}
      onClose={onClose}
    />
  )
}
