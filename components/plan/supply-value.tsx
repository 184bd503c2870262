'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { api } from '@/lib/paths/api'
import { base64FromBytes } from '@/lib/rotation/content/text-bytes'
import { SecretValueField } from './value/secret-value-field'
import { useSecretBytes } from './value/use-secret-bytes'

/** An operation that lost the secret's value, since Skep stores none, gets it once more. */
export function SupplyValue({ operationId }: { operationId: string }) {
  const t = useTranslations('plan.value')
  const value = useSecretBytes()
  const send = useAction(async () => {
    const body = { choice: 'supply_value', valueBase64: base64FromBytes(value.control.submit()) }
    await callApi('POST', api.decision(operationId), body)
    value.control.clear()
  })
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <h4 className="font-medium">{t('label')}</h4>
      <SecretValueField {...value} />
      <p className="text-muted text-sm">{t('once')}</p>
      <ProblemNotice error={send.error} />
      <Button
        variant="primary"
        className="self-start"
        busy={send.pending}
        disabledReason={value.facts.sizeBytes === 0 && t('empty')}
        onClick={() => void send.run()}
      >
        {t('send')}
      </Button>
    </div>
  )
}
