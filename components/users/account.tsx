'use client'

import { useTranslations } from 'use-intl'
import { Description, DescriptionList } from '@/components/ui/page/description-list'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { Section } from '@/components/ui/page/section'
import { Skeleton } from '@/components/ui/page/skeleton'
import { useCurrentUser } from '@/lib/browser/current-user'
import { useApi } from '@/lib/browser/use-api'
import type { SessionRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'
import { PasswordForm } from './password-form'
import { SessionTable } from './session-table'

/** One's own account: who one is, the password, where one is signed in. */
export function Account() {
  const t = useTranslations('users')
  const user = useCurrentUser()
  const sessions = useApi<SessionRow[]>(api.sessions())
  const reload = () => void sessions.reload()
  return (
    <>
      <Section title={t('profile.title')} description={t('profile.roleHint')}>
        <DescriptionList>
          <Description term={t('profile.name')}>{user.name}</Description>
          <Description term={t('profile.username')}>{user.username}</Description>
          <Description term={t('profile.role')}>
            {t(`role.${user.role}`)} <span className="text-muted">{t(`roleHint.${user.role}`)}</span>
          </Description>
        </DescriptionList>
      </Section>
      <Section title={t('password.title')} description={t('password.description')}>
        <PasswordForm onChanged={reload} />
      </Section>
      <Section title={t('sessions.title')} description={t('sessions.description')}>
        <ProblemNotice error={sessions.error} />
        {sessions.data ? <SessionTable sessions={sessions.data} onEnded={reload} /> : <Skeleton className="h-4 w-80" />}
      </Section>
    </>
  )
}
