'use client'

import { LogOut, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { useLocale, useTranslations } from 'use-intl'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/browser/call-api'
import { useCurrentUser } from '@/lib/browser/current-user'
import { setCookie } from '@/lib/browser/set-cookie'
import { localeCookie } from '@/lib/i18n/locales'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'

// Each in its own words, for who does not read the present one.
const languages = [
  { value: 'en', label: 'English' },
  { value: 'ko', label: '한국어' },
]

/** Who one is, how things look, and the way out. */
export function UserMenu() {
  const t = useTranslations('shell')
  const user = useCurrentUser()
  const router = useRouter()
  const { theme = 'system', setTheme } = useTheme()

  const signOut = async () => {
    try {
      await callApi('DELETE', api.session())
      // A whole new page: nothing of this one stays in memory.
      window.location.assign(page.signIn())
    } catch {
      showToast({ tone: 'failing', title: t('user.signOutFailed') })
    }
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('user.menu', { name: user.name })}
          className="flex size-8 items-center justify-center rounded-full border border-line bg-surface font-medium text-muted text-xs transition-colors hover:border-line-strong hover:text-ink data-[state=open]:bg-hover pointer-coarse:size-10"
        >
          {initialsOf(user.name)}
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-muted text-sm">
          {user.username} · {t(`role.${user.role}`)}
        </p>
      </div>
      <MenuSeparator />
      <MenuChoice
        label={t('user.theme')}
        value={theme}
        onChange={setTheme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`user.${value}`) }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('user.language')}
        value={useLocale()}
        options={languages}
        onChange={(locale) => {
          setCookie(localeCookie, locale)
          router.refresh()
        }}
      />
      <MenuSeparator />
      <MenuItem icon={UserRound} href={page.settings()}>
        {t('user.account')}
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t('user.signOut')}
      </MenuItem>
    </Menu>
  )
}

/** The first letters of the first two words; Korean names, which are one word, keep their first two syllables. */
function initialsOf(name: string): string {
  const [first = '', second] = name.trim().split(/\s+/)
  if (!second) return lettersOf(first).slice(0, 2).join('')
  return [first, second]
    .map((word) => lettersOf(word)[0])
    .join('')
    .toUpperCase()
}

/** As people count letters, whatever they are made of. */
function lettersOf(word: string): string[] {
  return Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment)
}
