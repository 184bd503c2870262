'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { TokenRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'

type Props = { token: TokenRow; onRevoked: () => void }

/** A button, and the question behind it: a token that was revoked cannot be had again. */
export function RevokeToken({ token, onRevoked }: Props) {
  const t = useTranslations('tokens.revoke')
  const [isOpen, setIsOpen] = useState(false)
  const revoke = useAction(async () => {
    await callApi('DELETE', api.token(token.id))
    setIsOpen(false)
    onRevoked()
  })
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={t('title', { name: token.name })}
          description={t('description')}
          action={t('action', { name: token.name })}
          pending={revoke.pending}
          error={revoke.error}
          onConfirm={() => void revoke.run()}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
