'use client'

import { type SubmitEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { NewPasswordField } from '@/components/ui/form/new-password-field'
import { PasswordField } from '@/components/ui/form/password-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useCurrentUser } from '@/lib/browser/current-user'
import { useAction } from '@/lib/browser/use-action'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import { isAppError } from '@/lib/errors/app-error'
import { api } from '@/lib/paths/api'

/** Changes one's own password. `onChanged` is told, because the other sessions are gone then. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const t = useTranslations('users.password')
  const { username } = useCurrentUser()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isChanged, setIsChanged] = useState(false)
  const change = useAction(async () => {
    setIsChanged(false)
    await callApi('POST', api.password(), { current, next })
    setCurrent('')
    setNext('')
    setIsChanged(true)
    onChanged()
  })
  const { fieldError, rest } = useFieldErrors(change.error, ['current', 'next'])
  const isWrong = isAppError(change.error) && change.error.code === 'wrong_credentials'

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void change.run()
  }
  return (
    <form method="post" onSubmit={submit} className="flex max-w-form flex-col gap-4">
      {/* For password managers, which want to know whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={t('current')}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={isWrong ? t('wrong') : fieldError('current')}
        required
      />
      <NewPasswordField
        label={t('next')}
        value={next}
        onChange={setNext}
        username={username}
        error={fieldError('next')}
      />
      {!isWrong && <ProblemNotice error={rest} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={change.pending} disabled={!current || !next}>
          {t('action')}
        </Button>
        <output className="text-running text-sm">{isChanged && t('changed')}</output>
      </div>
    </form>
  )
}
