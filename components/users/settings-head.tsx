'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/ui/page/page-header'
import { SubNavigation } from '@/components/ui/page/sub-navigation'
import { useCurrentUser } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'

/** The title that the settings pages share, and the way from one to the other. */
export function SettingsHead() {
  const t = useTranslations('users')
  const { name, role, may } = useCurrentUser()
  const places = [
    { href: page.settings(), label: t('account') },
    ...(may.includes('token.manage') ? [{ href: page.tokens(), label: t('tokens') }] : []),
    ...(may.includes('registry.manage') ? [{ href: page.registries(), label: t('registries') }] : []),
    ...(may.includes('user.manage') ? [{ href: page.users(), label: t('users') }] : []),
  ]
  return (
    <>
      <PageHeader title={t('title')} state={t('accountState', { name, role: t(`role.${role}`) })} />
      <SubNavigation label={t('sections')} places={places} />
    </>
  )
}
