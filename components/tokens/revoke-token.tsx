'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { TokenRow } from '@/lib/contract/session'
import { api } from '@/lib/paths/api'

type Props = { token: TokenRow; onRevoked: () => void }

/** A button, and the question behind it: a token that was revoked cannot be had again. */
export function RevokeToken({ token, onRevoked }: Props) {
  const t = useTranslations()
  const [isOpen, setIsOpen] = useState(false)
  const revoke = useAction(async () => {
    await callApi('DELETE', api.token(token.id))
    setIsOpen(false)
    onRevoked()
  })
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
        {t('tokens.revoke.open')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('tokens.revoke.title', { name: token.name })}
        description={t('tokens.revoke.description')}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{t('common.cancel')}</Button>
            <Button variant="danger" busy={revoke.pending} onClick={() => void revoke.run()}>
              {t('tokens.revoke.action', { name: token.name })}
            </Button>
          </>
        }
      >
        <ProblemNotice error={revoke.error} />
      </Dialog>
    </>
  )
}
