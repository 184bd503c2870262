'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ContentDifference } from '@/components/plan/content/content-difference'
import { useApply } from '@/components/plan/use-apply'
import { StateShape } from '@/components/ui/state-shape'
import { callApi } from '@/lib/browser/call-api'
import { usePlan } from '@/lib/browser/use-plan'
import type { ConfigContent, ConfigDetail, ContentFormat } from '@/lib/contract/data-objects'
import type { PlannedMove } from '@/lib/contract/stack-files'
import { api } from '@/lib/paths/api'
import { base64FromBytes, bytesFromBase64, equalBytes, textFromBytes } from '@/lib/rotation/content/text-bytes'
import { draftBytes } from './content-draft'
import { ContentEditor, configLimitBytes } from './content-editor'
import { plannedName, RotationReview } from './rotation-review'
import { RotationStep } from './rotation-step'
import { RotationUsers } from './rotation-users'
import { SuccessorName } from './successor-name'
import { useContentDraft } from './use-content-draft'
import { useFormatProblem } from './use-format-problem'
import type { useRotationUrl } from './use-rotation-url'

type Props = {
  config: ConfigDetail
  content: ConfigContent
  rotation: ReturnType<typeof useRotationUrl>
}

export function ConfigRotationForm({ config: { row }, content: presentContent, rotation }: Props) {
  const t = useTranslations('rotation')
  const present = useMemo(() => bytesFromBase64(presentContent.dataBase64), [presentContent])
  const content = useContentDraft(row.objectId)
  const bytes = useMemo(() => draftBytes(content.draft, present), [content.draft, present])
  const isUnchanged = useMemo(() => equalBytes(bytes, present), [bytes, present])
  const size = sizeProblem(bytes)
  const wish = useMemo(() => ({ contentBase64: base64FromBytes(bytes) }), [bytes])

  const body = { ...rotation.wish, ...wish }
  const planned = usePlan<PlannedMove>(size ? null : api.rotateConfigPlan(row.name), body)
  const apply = useApply(planned, (planDigest) =>
    callApi('POST', api.rotateConfig(row.name), { ...body, name: plannedNameOf(planned), planDigest }),
  )
  const run = async () => {
    const operation = await apply.run()
    if (!operation) return
    content.forget()
    rotation.begin(operation)
  }
  const proposed = planned.plan ? (plannedName(planned.plan) ?? '') : ''
  const create = planned.plan?.steps.find((step) => step.action === 'create-config')

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
      <RotationStep number={2} title={t('steps.content')} description={t('steps.contentText')}>
        <div className="flex flex-col gap-4">
          <ContentEditor content={content} present={present} bytes={bytes} format={presentContent.format} />
          <FormatWarning format={presentContent.format} bytes={bytes} />
          {!isUnchanged && (
            <ContentDifference
              before={{ name: row.name, bytes: present, sha256: presentContent.sha256 }}
              after={{ name: rotation.typedName || proposed, bytes, sha256: create?.contentSha256 ?? null }}
            />
          )}
        </div>
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
        kind="config"
        rotation={rotation}
        planned={planned}
        blockedReason={
          size ? t(`content.${size}`, { limit: configLimitBytes }) : isUnchanged ? t('content.unchanged') : null
        }
        hidePlan={size !== null || isUnchanged}
        apply={{ ...apply, run: () => void run() }}
      />
    </>
  )
}

function FormatWarning({ format, bytes }: { format: ContentFormat; bytes: Uint8Array }) {
  const t = useTranslations('rotation.content')
  const text = useMemo(() => textFromBytes(bytes)?.text ?? null, [bytes])
  const problem = useFormatProblem(format, text)
  if (!problem) return null
  return (
    <p className="flex items-start gap-2 text-sm">
      <StateShape tone="attention" className="mt-1.25" />
      {t('invalid', { ...problem, format: format.toUpperCase() })}
    </p>
  )
}

function sizeProblem(bytes: Uint8Array): 'empty' | 'tooLarge' | null {
  if (bytes.length === 0) return 'empty'
  return bytes.length >= configLimitBytes ? 'tooLarge' : null
}

/** What was approved has a name; the proposal must not become another one between the plan and its application. */
function plannedNameOf({ plan }: ReturnType<typeof usePlan>): string | undefined {
  return (plan && plannedName(plan)) ?? undefined
}
