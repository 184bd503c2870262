'use client'

import { useTranslations } from 'use-intl'
import { useApply } from '@/components/plan/use-apply'
import { SecretValueField, secretLimitBytes } from '@/components/plan/value/secret-value-field'
import { useSecretBytes } from '@/components/plan/value/use-secret-bytes'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { OperationView } from '@/lib/contract/operations'
import type { PlannedMove } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { base64FromBytes } from '@/lib/rotation/content/text-bytes'
import { plannedName, RotationReview } from './rotation-review'
import { RotationStep } from './rotation-step'
import { RotationUsers } from './rotation-users'
import { SuccessorName } from './successor-name'
import type { useRotationUrl } from './use-rotation-url'

type Props = { name: string; rotation: ReturnType<typeof useRotationUrl> }

export function SecretRotationForm({ name, rotation }: Props) {
  const t = useTranslations('rotation')
  const value = useSecretBytes()
  const { sizeBytes } = value.facts
  const planned = usePlan<PlannedMove>(api.rotateSecretPlan(name), rotation.wish)
  const proposed = (planned.plan && plannedName(planned.plan)) ?? ''
  // The value is read when it is sent, and is part of nothing that React or a cache could keep.
  const apply = useApply(planned, (planDigest) =>
    callApi<OperationView>('POST', api.rotateSecret(name), {
      ...rotation.wish,
      name: proposed,
      valueBase64: base64FromBytes(value.control.submit()),
      planDigest,
    }),
  )
  const run = async () => {
    const operation = await apply.run()
    if (!operation) return
    value.control.clear()
    rotation.begin(operation)
  }
  const isTooLarge = sizeBytes >= secretLimitBytes

  return (
    <>
      <RotationStep number={1} title={t('steps.users')} description={t('steps.usersText')}>
        <RotationUsers
          users={rotation.users}
          resting={rotation.resting}
          chosen={rotation.chosen}
          plan={planned.plan}
          onChoose={rotation.choose}
        />
      </RotationStep>
      <RotationStep number={2} title={t('steps.value')} description={t('steps.valueText')}>
        <div className="max-w-3xl">
          <SecretValueField {...value} />
        </div>
        <SubmitOnce />
      </RotationStep>
      <RotationStep number={3} title={t('steps.name')}>
        <SuccessorName
          typed={rotation.typedName}
          proposed={proposed}
          error={planned.error ?? apply.error}
          onChange={rotation.setTypedName}
        />
      </RotationStep>
      <RotationReview
        number={4}
        kind="secret"
        rotation={rotation}
        planned={planned}
        blockedReason={
          sizeBytes === 0
            ? t('content.noValue')
            : isTooLarge
              ? t('content.tooLarge', { limit: secretLimitBytes })
              : null
        }
        hidePlan={false}
        apply={{ ...apply, run: () => void run() }}
      />
    </>
  )
}

function SubmitOnce() {
  const t = useTranslations('plan.value')
  return <p className="mt-3 text-muted text-sm">{t('once')}</p>
}
