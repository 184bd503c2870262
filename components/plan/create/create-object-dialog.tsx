'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SecretValueField } from '@/components/plan/value/secret-value-field'
import { useSecretBytes } from '@/components/plan/value/use-secret-bytes'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/form/text-field'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { useFieldErrors } from '@/lib/browser/use-field-errors'
import type { OperationView } from '@/lib/contract/operations'
import { AppError, isAppError } from '@/lib/errors/app-error'
import { api } from '@/lib/paths/api'
import { base64FromBytes } from '@/lib/rotation/content/text-bytes'
import { ConfigContentField, useConfigBytes } from './config-content-field'
import { NetworkFields, usualNetwork } from './network-fields'
import { useEndedOperation } from './use-ended-operation'

export type CreatedKind = 'network' | 'config' | 'secret'

type Props = {
  kind: CreatedKind
  /** Proposed, or empty. */
  name: string
  /** Something asks for exactly this name. */
  isNameFixed?: boolean
  onClose: () => void
  /** It is there: the dialog has closed. */
  onCreated: (name: string) => void
}

/** Makes a network, config or secret outside of any stack. The same dialog for the lists and for what a stack misses. */
export function CreateObjectDialog({ kind, name: proposed, isNameFixed = false, onClose, onCreated }: Props) {
  const t = useTranslations('plan.create')
  const common = useTranslations('common')
  const [name, setName] = useState(proposed)
  const [network, setNetwork] = useState(usualNetwork)
  const content = useConfigBytes()
  const value = useSecretBytes()
  const create = useAction(() => {
    if (kind === 'network') return callApi<OperationView>('POST', api.networks(), { name, ...network })
    if (kind === 'config') {
      const contentBase64 = base64FromBytes(content.bytes())
      return callApi<OperationView>('POST', api.configs(), { name, contentBase64 })
    }
    return callApi<OperationView>('POST', api.secrets(), { name, valueBase64: base64FromBytes(value.control.submit()) })
  })
  const [started, setStarted] = useState<OperationView | null>(null)
  const operation = useEndedOperation(started, ({ state }) => {
    if (state !== 'converged') return
    value.control.clear()
    onClose()
    onCreated(name)
  })
  const isRunning = operation !== null && operation.endedAt === null
  const { fieldError, rest } = useFieldErrors(create.error, ['name'])
  const isTaken = isAppError(create.error) && create.error.code === 'name_taken'
  const isEmpty = (kind === 'config' && content.sizeBytes === 0) || (kind === 'secret' && value.facts.sizeBytes === 0)
  const run = async () => setStarted((await create.run()) ?? null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog may be drawn inside of another form of the page.
    event.stopPropagation()
    if (name !== '' && !isEmpty) void run()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`title.${kind}`)}
      description={t(`description.${kind}`)}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            type="submit"
            form="create-object"
            variant="primary"
            busy={create.pending || isRunning}
            disabledReason={name === '' ? t('noName') : isEmpty && t('empty')}
          >
            {t('apply', { kind, name })}
          </Button>
        </>
      }
    >
      <form id="create-object" className="flex flex-col gap-4" onSubmit={submit}>
        {isNameFixed ? (
          <p>
            <span className="font-medium">{name}</span> <span className="text-muted">{t('nameFixed')}</span>
          </p>
        ) : (
          <TextField
            label={t('name')}
            mono
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={name}
            onChange={(event) => setName(event.target.value.trim())}
            error={isTaken ? t('taken') : fieldError('name')}
          />
        )}
        {kind === 'network' && <NetworkFields network={network} onChange={setNetwork} />}
        {kind === 'config' && <ConfigContentField content={content} />}
        {kind === 'secret' && <SecretValueField {...value} />}
        <ProblemNotice error={isTaken && !isNameFixed ? null : rest} />
        {operation?.endedAt != null && operation.state !== 'converged' && (
          <ProblemNotice error={failureOf(operation)} />
        )}
      </form>
    </Dialog>
  )
}

function failureOf({ problem, steps }: OperationView): AppError {
  const found = problem ?? steps.flatMap((step) => step.problem ?? [])[0]
  return found ? new AppError(found.code, found.params) : new AppError('unexpected')
}
