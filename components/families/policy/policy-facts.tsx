'use client'

import { useTranslations } from 'use-intl'
import { DueBadge } from '@/components/families/due-badge'
import { useRolloutText } from '@/components/plan/rollout/use-rollout-text'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { RelativeTime } from '@/components/ui/relative-time'
import type { PolicyRow } from '@/lib/contract/policies'
import { anyServices } from './policy-draft'
import { useHourText } from './use-hour-text'
import { useRecipeText } from './use-recipe-text'

/** A policy in words, with who set it. */
export function PolicyFacts({ policy }: { policy: PolicyRow }) {
  const t = useTranslations('policies')
  const recipe = useRecipeText()
  const rollout = useRolloutText()
  const hour = useHourText()
  const { kind, maxAgeDays, automaticHour, current } = policy
  return (
    <DescriptionList>
      {kind === 'secret' && <Description term={t('facts.value')}>{recipe(policy.recipe)}</Description>}
      <Description term={t('facts.naming')}>{t(`naming.${policy.naming}`)}</Description>
      <Description term={t('facts.rollout')}>{rollout(policy.rollout, anyServices)}</Description>
      <Description term={t('facts.age')}>
        {maxAgeDays === null ? (
          t('anyAge')
        ) : (
          <>
            {t('maxAge', { days: maxAgeDays })}
            {current && (
              <>
                {' · '}
                <DueBadge maxAgeDays={maxAgeDays} madeAt={current.createdAt} />
              </>
            )}
          </>
        )}
      </Description>
      <Description term={t('facts.byItself')}>
        {automaticHour === null ? t('never') : t('atHour', { kind, hour: hour(automaticHour) })}
      </Description>
      <Description term={t('facts.setBy')}>
        {policy.updatedBy}, <RelativeTime at={policy.updatedAt} />
      </Description>
    </DescriptionList>
  )
}
