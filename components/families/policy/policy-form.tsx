'use client'

import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { RolloutOptions } from '@/components/plan/rollout/rollout-options'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/form/select'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useDraft } from '@/lib/browser/use-draft'
import type { DataObjectKind } from '@/lib/contract/data-objects'
import { namings, type PolicyRow, type RotationPolicy } from '@/lib/contract/policies'
import { api } from '@/lib/paths/api'
import { PolicyAge } from './policy-age'
import { anyServices, changePolicy, policyFromText, policyOf, policyToText, startPolicy } from './policy-draft'
import { PolicyRecipe } from './policy-recipe'

type Props = {
  kind: DataObjectKind
  /** Of any version of the family. */
  name: string
  family: string
  /** Null where there is none yet. */
  policy: PolicyRow | null
  onEnd: () => void
}

/** Sets or changes a policy. What is entered is kept in this tab until it is saved or left. */
export function PolicyForm({ kind, name, family, policy, onEnd }: Props) {
  const t = useTranslations('policies')
  const common = useTranslations('common')
  const titleId = useId()
  const [text, setText, clear] = useDraft(`policy-${kind}-${family}`)
  const draft = policyFromText(text) ?? (policy ? policyOf(policy) : startPolicy(kind))
  const set = (change: Partial<RotationPolicy>) => setText(policyToText(changePolicy(draft, change)))
  const end = () => {
    clear()
    onEnd()
  }
  const save = useAction(async () => {
    await callApi('PUT', api.policy(kind, name), draft)
    end()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form
      aria-labelledby={titleId}
      onSubmit={submit}
      className="flex max-w-4xl flex-col gap-6 rounded-lg border border-line bg-surface p-4"
    >
      <h2 id={titleId} className="font-semibold text-base">
        {t('title', { family })}
      </h2>
      {kind === 'secret' && <PolicyRecipe recipe={draft.recipe} onChange={(recipe) => set({ recipe })} />}
      <Select
        label={t('facts.naming')}
        hint={t('namingHint')}
        value={draft.naming}
        options={namings.map((naming) => ({ value: naming, label: t(`naming.${naming}`) }))}
        onChange={(value) => {
          const naming = namings.find((one) => one === value)
          if (naming) set({ naming })
        }}
        className="max-w-form"
      />
      <RolloutOptions
        kind={kind}
        rollout={{ ...draft.rollout, holdBefore: false }}
        onChange={({ holdBefore: _holdBefore, ...rollout }) => set({ rollout })}
        isNewVersion
        isOfPolicy
        services={anyServices}
      />
      <PolicyAge kind={kind} draft={draft} onChange={set} />
      <ProblemNotice error={save.error} />
      <p className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={save.pending}>
          {t('save')}
        </Button>
        <Button variant="quiet" onClick={end}>
          {common('cancel')}
        </Button>
      </p>
    </form>
  )
}
