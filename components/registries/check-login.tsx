'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import type { RegistryRow } from '@/lib/contract/registries'
import { api } from '@/lib/paths/api'

export type RegistryDialogProps = { registry: RegistryRow; onClose: () => void; onChanged: () => void }

/** Tries whether a registry still takes what is kept for it. */
export function CheckLogin({ registry, onClose }: RegistryDialogProps) {
  const t = useTranslations('registries.login')
  const common = useTranslations('common')
  const { host, username } = registry
  const [isAccepted, setIsAccepted] = useState(false)
  const login = useAction(async () => {
    setIsAccepted(false)
    await callApi('POST', api.registryLogin(), { host })
    setIsAccepted(true)
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { host })}
      description={t('description')}
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          <Button variant="primary" busy={login.pending} onClick={() => void login.run()}>
            {t('action', { username })}
          </Button>
        </>
      }
    >
      <output className="text-running empty:hidden">{isAccepted && t('accepted', { host })}</output>
      <ProblemNotice error={login.error} />
    </Dialog>
  )
}
