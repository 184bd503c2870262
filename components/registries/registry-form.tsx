'use client'

import { type SubmitEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { PasswordField } from '@/components/ui/form/password-field'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import type { RegistryRow } from '@/lib/contract/registries'
import { useRegistryForm } from './use-registry-form'

type Props = { replaced: RegistryRow | null; onClose: () => void; onSaved: () => void }

/** The credentials for a registry. The password is kept here only until it was sent, and is shown nowhere again. */
export function RegistryForm({ replaced, onClose, onSaved }: Props) {
  const t = useTranslations('registries')
  const common = useTranslations('common')
  const form = useId()
  const [isTested, setIsTested] = useState(false)
  const { values, change, ...action } = useRegistryForm(replaced, () => {
    onSaved()
    onClose()
  })
  const { fieldError, rest } = useFieldErrors(action.error, ['host', 'username', 'password'])
  const isIncomplete = Object.values(values).some((value) => value.trim() === '')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    action.save()
  }
  const edit = (field: keyof typeof values, value: string) => {
    setIsTested(false)
    change(field, value)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={replaced ? t('replace.title', { host: replaced.host }) : t('add.title')}
      description={replaced ? t('replace.description') : t('add.description')}
      footer={
        <>
          <Button
            busy={action.isTesting}
            disabledReason={isIncomplete && t('form.incomplete')}
            onClick={() => void action.test().then(setIsTested)}
            className="mr-auto"
          >
            {t('login.open')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={action.isSaving}>
            {t('form.action')}
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('form.host')}
          hint={t('form.hostHint')}
          value={values.host}
          onChange={(event) => edit('host', event.target.value)}
          error={fieldError('host')}
          readOnly={replaced !== null}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          mono
          required
        />
        <TextField
          label={t('form.username')}
          value={values.username}
          onChange={(event) => edit('username', event.target.value)}
          error={fieldError('username')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PasswordField
          label={t('form.password')}
          hint={t('form.passwordHint')}
          value={values.password}
          onChange={(event) => edit('password', event.target.value)}
          error={fieldError('password')}
          autoComplete="new-password"
          required
        />
        <output className="text-running text-sm empty:hidden">
          {isTested && t('login.accepted', { host: values.host })}
        </output>
        <ProblemNotice error={rest} />
      </form>
    </Dialog>
  )
}
