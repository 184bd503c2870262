'use client'

import { type SubmitEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { PasswordField } from '@/components/ui/form/password-field'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useDraft } from '@/lib/browser/use-draft'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import { api } from '@/lib/paths/api'

/** Name and password; then on to where one was going. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth.signIn')
  const [username, setUsername, forgetUsername] = useDraft('sign-in-username')
  const [password, setPassword] = useState('')
  const signIn = useAction(async () => {
    await callApi<unknown>('POST', api.session(), { username, password })
    forgetUsername()
    // A whole new page, which knows who is there from its first line on.
    window.location.assign(next)
    // Busy until that page is here.
    await new Promise(() => {})
  })
  const { fieldError, rest } = useFieldErrors(signIn.error, ['username', 'password'])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void signIn.run()
  }
  return (
    // The method is for a form that is sent before the page has come to life: a password must never be in the URL.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t('username')}
        name="username"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        error={fieldError('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField
        label={t('password')}
        name="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={fieldError('password')}
        required
      />
      <ProblemNotice error={rest} />
      <Button type="submit" variant="primary" busy={signIn.pending}>
        {t('action')}
      </Button>
    </form>
  )
}
