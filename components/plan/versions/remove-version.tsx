'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { useShowDialog } from '@/components/ui/dialog-host'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { useCodedText } from '@/lib/browser/use-coded-text'
import { useLive } from '@/lib/browser/use-live'
import { usePlan } from '@/lib/browser/use-plan'
import type { DataObjectKind, Usage } from '@/lib/contract/data-objects'
import type { ViewOf } from '@/lib/contract/topics'
import { api } from '@/lib/paths/api'
import { needCodes } from '@/lib/rotation/plan-clean-up'
import { RemovalDialog } from './removal-dialog'
import { useIsGone } from './use-is-gone'

type Props = {
  kind: DataObjectKind
  name: string
  initial: ViewOf<`config:${string}`> | ViewOf<`secret:${string}`>
}

const paths = {
  config: { plan: api.removeConfigPlan, remove: api.removeConfig },
  secret: { plan: api.removeSecretPlan, remove: api.removeSecret },
}

/** For the head of its page: removes a version, when nothing needs it any more. It cannot be taken back. */
export function RemoveVersion({ kind, name, initial }: Props) {
  const t = useTranslations('plan.remove')
  const show = useShowDialog()
  const mayRemove = useMay(kind === 'config' ? 'config.remove' : 'secret.remove')
  const { document } = useLive<`config:${string}` | `secret:${string}`>(`${kind}:${name}`, initial).view
  const needed = useNeed(document?.blockers ?? [])
  if (!document) return null
  return (
    <Button
      variant="danger"
      icon={Trash2}
      disabledReason={mayRemove ? needed : t('notAllowed')}
      onClick={() => show((close) => <RemoveDialog kind={kind} name={name} onClose={close} />)}
    >
      {t('button')}
    </Button>
  )
}

/** Why it has to stay, the strongest need first: "Used by shop_api. shop_web would need it for a rollback." */
function useNeed(blockers: readonly Usage[]): string {
  const say = useCodedText('cleanUp.reasons')
  const sentences = (['spec', 'previous', 'task'] as const).flatMap((by) => {
    const services = [...new Set(blockers.filter((usage) => usage.by === by).map((usage) => usage.serviceName))]
    return services.length > 0 ? [say(needCodes[by], { services })] : []
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
      state={useIsGone(kind, name)}
      send={(planDigest) => callApi('DELETE', paths[kind].remove(name), { planDigest })}
      onClose={onClose}
    />
  )
}
