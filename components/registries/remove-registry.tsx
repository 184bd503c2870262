'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { callApi } from '@/lib/browser/call-api'
import { useAction } from '@/lib/browser/use-action'
import { api } from '@/lib/paths/api'
import type { RegistryDialogProps } from './check-login'

/** Forgets the credentials for a registry, once it was said what that means for the services. */
export function RemoveRegistry({ registry, onClose, onChanged }: RegistryDialogProps) {
  const t = useTranslations('registries.remove')
  const common = useTranslations('common')
  const { host } = registry
  const remove = useAction(async () => {
    await callApi('DELETE', api.registry(host))
    onChanged()
    onClose()
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { host })}
      description={t('description')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="danger" busy={remove.pending} onClick={() => void remove.run()}>
            {t('action', { host })}
          </Button>
        </>
      }
    >
      <ProblemNotice error={remove.error} />
    </Dialog>
  )
}
