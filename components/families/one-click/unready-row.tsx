'use client'

import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Link } from '@/components/ui/link'
import { StateShape } from '@/components/ui/state-shape'
import { useCodedText } from '@/lib/browser/use-coded-text'
import type { ProblemView } from '@/lib/contract/operations'
import { page } from '@/lib/paths/page'

/** A rotation that one click cannot begin, or could not, and why. Without a problem it is the policy that is missing. */
export function UnreadyRow({ name, problem }: { name: string; problem: ProblemView | null }) {
  const t = useTranslations('oneClick')
  const say = useCodedText('errors')
  return (
    <div className="flex items-start gap-2.5">
      <StateShape tone={problem ? 'failing' : 'neutral'} className="mt-1.25" />
      <div className="min-w-0">
        <ObjectLink kind="secret" name={name} />
        {problem ? (
          <p className="max-w-prose text-muted text-sm">
            {say(`${problem.code}.title`, problem.params)}. {say(`${problem.code}.hint`, problem.params)}{' '}
            <HeldBy problem={problem} />
          </p>
        ) : (
          <p className="max-w-prose text-muted text-sm">
            {t('noRecipe')} <Link href={`${page.secret(name)}?tab=policy`}>{t('setPolicy')}</Link>
            {' · '}
            <Link href={page.rotateSecret(name)}>{t('byHand')}</Link>
          </p>
        )}
      </div>
    </div>
  )
}

/** Who is at it already. */
function HeldBy({ problem: { code, params } }: { problem: ProblemView }) {
  const t = useTranslations('oneClick')
  if (code !== 'locked' || typeof params.operation !== 'string') return null
  return <Link href={page.operation(params.operation)}>{t('heldBy', { actor: String(params.actor) })}</Link>
}
