'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { useEffectText } from '@/components/plan/use-effect-text'
import { modeText } from '@/components/swarm/mode-text'
import { ObjectLink } from '@/components/swarm/object-link'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/form/checkbox'
import { useLive } from '@/lib/browser/use-live'
import type { Plan } from '@/lib/plan/plan'
import type { RotationUser } from './chosen-users'

type Props = {
  users: readonly RotationUser[]
  /** Services that only need it for a rollback, or until a task ends. */
  resting: readonly string[]
  chosen: readonly RotationUser[]
  /** For how each service restarts; of the services that are not chosen there is nothing to say. */
  plan: Plan | null
  onChoose: (chosen: RotationUser[]) => void
}

/** Who uses it, of which stack and at which path; all or some of them, in the order in which they will change. */
export function RotationUsers({ users, resting, chosen, plan, onChoose }: Props) {
  const t = useTranslations('rotation.users')
  const { view: services } = useLive('services', null)
  const rest = users.filter((user) => !chosen.includes(user))
  const toggle = (user: RotationUser, isChosen: boolean) => {
    onChoose(isChosen ? [...chosen, user] : chosen.filter((one) => one !== user))
  }
  return (
    <div className="flex flex-col gap-2">
      {users.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul
        aria-label={t('label')}
        className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden"
      >
        {[...chosen, ...rest].map((user, index) => (
          <li key={user.serviceId} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
            <UserRow
              user={user}
              place={chosen.includes(user) && chosen.length > 1 ? index + 1 : null}
              isChosen={chosen.includes(user)}
              tasks={services?.rows.find(({ serviceId }) => serviceId === user.serviceId)?.desiredTasks ?? null}
              plan={plan}
              onToggle={(isChosen) => toggle(user, isChosen)}
            />
            {chosen.includes(user) && index > 0 && (
              <Button
                size="sm"
                variant="quiet"
                onClick={() => onChoose([user, ...chosen.filter((one) => one !== user)])}
              >
                {t('goFirst')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {users.length > 1 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          {t('chosen', { chosen: chosen.length, total: users.length })}
          {chosen.length > 1 && <span>{t('order')}</span>}
          {rest.length > 0 && (
            <Button size="sm" variant="quiet" onClick={() => onChoose([...chosen, ...rest])}>
              {t('all')}
            </Button>
          )}
        </p>
      )}
      {resting.length > 0 && (
        <p className="max-w-3xl text-muted text-sm">{t('rollback', { services: resting.join(', ') })}</p>
      )}
    </div>
  )
}

type RowProps = {
  user: RotationUser
  /** In which turn it changes; null where there is no order to speak of. */
  place: number | null
  isChosen: boolean
  /** How many should run; null until that is known. */
  tasks: number | null
  plan: Plan | null
  onToggle: (isChosen: boolean) => void
}

function UserRow({ user, place, isChosen, tasks, plan, onToggle }: RowProps) {
  const t = useTranslations('rotation.users')
  const effectText = useEffectText()
  const step = plan?.steps.find((one) => 'serviceId' in one && one.serviceId === user.serviceId)
  return (
    <div className="flex min-w-0 flex-1 basis-72 items-start gap-2">
      <Checkbox
        label={<span className="sr-only">{t('choose', { service: user.serviceName })}</span>}
        checked={isChosen}
        onChange={onToggle}
      />
      <div className={clsx('min-w-0', !isChosen && 'text-muted')}>
        <p>
          {place !== null && <span className="mr-1.5 text-faint tabular-nums">{place}.</span>}
          <ObjectLink kind="service" name={user.serviceName} />
          {user.stack && (
            <span className="ml-2 text-muted text-sm">
              {t('stack')} <ObjectLink kind="stack" name={user.stack} tone="muted" />
            </span>
          )}
          {tasks !== null && <span className="ml-2 text-muted text-sm">{t('tasks', { tasks })}</span>}
        </p>
        {user.targets.map(({ path, mode, owner }) => (
          <p key={path} className="break-words text-muted text-sm">
            <code className="break-all">{path ?? '–'}</code>
            {mode !== null && (
              <code title={t('mode')} className="ml-2 text-faint">
                {modeText(mode)}
              </code>
            )}
            {owner !== null && (
              <code title={t('owner')} className="ml-2 text-faint">
                {owner}
              </code>
            )}
          </p>
        ))}
        {user.others.length > 0 && (
          <p className="text-sm">{t(isChosen ? 'onOther' : 'staysOnOther', { versions: user.others.join(', ') })}</p>
        )}
        {isChosen && step && 'effect' in step && (
          <p className="max-w-3xl text-sm first-letter:uppercase">{effectText(step.effect)}</p>
        )}
        {!isChosen && user.others.length === 0 && <p className="text-sm">{t('stays')}</p>}
      </div>
    </div>
  )
}
