'use client'

import { type SubmitEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { NewPasswordField } from '@/components/ui/form/new-password-field'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useDraft } from '@/lib/browser/use-draft'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import { api } from '@/lib/paths/api'
import { page } from '@/lib/paths/page'
import { useFragment } from './use-fragment'

/** Makes the first admin. The code comes with the link; who has come without it can type it. */
export function SetUpForm() {
  const t = useTranslations('auth')
  const fragment = useFragment()
  const [typedToken, setTypedToken] = useState('')
  const [username, setUsername, forgetUsername] = useDraft('set-up-username')
  const [name, setName, forgetName] = useDraft('set-up-name')
  const [password, setPassword] = useState('')
  const token = fragment || typedToken.trim()
  const setUp = useAction(async () => {
    await callApi<unknown>('POST', api.setUp(), { token, username, name, password })
    forgetUsername()
    forgetName()
    window.location.assign(page.stacks())
    // Busy until that page is here.
    await new Promise(() => {})
  })
  const { fieldError, rest } = useFieldErrors(setUp.error, ['token', 'username', 'name', 'password'])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void setUp.run()
  }
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {fragment === '' && (
        <TextField
          label={t('setUp.code')}
          hint={t('setUp.codeHint')}
          error={fieldError('token')}
          value={typedToken}
          onChange={(event) => setTypedToken(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          mono
          required
        />
      )}
      <TextField
        label={t('setUp.name')}
        hint={t('setUp.nameHint')}
        error={fieldError('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="name"
        required
      />
      <TextField
        label={t('setUp.username')}
        error={fieldError('username')}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <NewPasswordField
        label={t('setUp.password')}
        value={password}
        onChange={setPassword}
        username={username}
        error={fieldError('password')}
      />
      <ProblemNotice error={rest} />
      <Button type="submit" variant="primary" busy={setUp.pending}>
        {t('setUp.action')}
      </Button>
    </form>
  )
}
