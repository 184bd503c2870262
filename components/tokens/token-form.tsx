'use client'

import { type SubmitEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/form/select'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useCurrentUser } from '@/lib/browser/current-user'
import { useAction } from '@/lib/browser/use-action'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import type { NewTokenRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'

type Props = { onClose: () => void; onCreated: (token: NewTokenRow) => void }

const lifetimesInDays = [7, 30, 90, 365]

/** Asks for the name and the lifetime of a new token. */
export function TokenForm({ onClose, onCreated }: Props) {
  const t = useTranslations()
  const form = useId()
  const { role } = useCurrentUser()
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const create = useAction(async () => {
    onCreated(await callApi<NewTokenRow>('POST', api.tokens(), { name, expiresInDays: Number(days) }))
  })
  const { fieldError, rest } = useFieldErrors(create.error, ['name', 'expiresInDays'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void create.run()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('tokens.create.title')}
      description={t('tokens.create.description', { role: t(`users.role.${role}`) })}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={create.pending}>
            {t('tokens.create.action')}
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('tokens.create.name')}
          hint={t('tokens.create.nameHint')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fieldError('name')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Select
          label={t('tokens.create.expires')}
          hint={t('tokens.create.expiresHint')}
          value={days}
          options={lifetimesInDays.map((count) => ({
            value: String(count),
            label: t('tokens.create.inDays', { count }),
          }))}
          error={fieldError('expiresInDays')}
          onChange={setDays}
        />
        <ProblemNotice error={rest} />
      </form>
    </Dialog>
  )
}
