'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { linkTag } from '@/components/plan/link-tag'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useMay } from '@/lib/browser/current-user'
import { useAction } from '@/lib/browser/use-action'
import type { OperationView } from '@/lib/contract/operations'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import type { PlannedChange } from '@/lib/plan/plan'
import type { FamilyDoubt } from '@/lib/rotation/family-doubts'
import { answerOf } from './answer-of'
import { NotedAnswer } from './noted-answer'

type Props = {
  doubt: FamilyDoubt
  rows: readonly { name: string; family: string; versions: readonly string[] }[]
}

const codeTag = (children: ReactNode) => <code className="break-all">{children}</code>

/** Why two objects are in doubt, the two answers, and what became of the one that was given. */
export function DoubtQuestion({ doubt, rows }: Props) {
  const t = useTranslations('families.doubts')
  const mayAnswer = useMay('secret.rotate')
  const [noted, setNoted] = useState<OperationView | null>(null)
  // Labels alone are set and nothing restarts, so the plan is what the buttons say.
  const answer = useAction(async (isOne: boolean) => {
    const wish = answerOf(doubt, isOne, rows)
    const { digest } = await callApi<PlannedChange>('POST', api.familiesPlan(), wish)
    setNoted(await callApi<OperationView>('POST', api.families(), { ...wish, planDigest: digest }))
  })
  const { kind, name, other, serviceName: service, target } = doubt
  return (
    <div className="flex flex-col gap-3">
      <p>
        {t.rich(doubt.question, {
          name,
          other,
          service,
          target,
          n: linkTag(page[kind](name), 'name'),
          o: linkTag(page[kind](other), 'name'),
          s: linkTag(page.service(service), 'name'),
          code: codeTag,
        })}
      </p>
      {noted ? (
        <NotedAnswer operation={noted} onUndone={() => setNoted(null)} />
      ) : (
        <p className="flex flex-wrap gap-2">
          {(['isOne', 'isTwo'] as const).map((choice) => (
            <Button
              key={choice}
              busy={answer.pending}
              disabledReason={!mayAnswer && t('notAllowed')}
              onClick={() => void answer.run(choice === 'isOne')}
            >
              {t(choice)}
            </Button>
          ))}
        </p>
      )}
      <ProblemNotice error={answer.error} />
    </div>
  )
}
