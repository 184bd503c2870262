import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { schedulerId } from '@/lib/contract/operations'

type Actor = { actorId: string | null; actorName: string }

/** Who did something: a person or a token by its name, or Skep by itself. */
export function useActorName(): (actor: Actor) => string {
  const t = useTranslations('actors')
  return useCallback(({ actorId, actorName }: Actor) => (actorId === schedulerId ? t('schedule') : actorName), [t])
}
