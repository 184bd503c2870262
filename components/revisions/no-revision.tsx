'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useShowDialog } from '@/components/ui/dialog-host'
import { EmptyState } from '@/components/ui/page/empty-state'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { AdoptDialog } from './adopt-dialog'

/** A stack that was deployed from elsewhere: it can be adopted as it runs, or with the file that it came from. */
export function NoRevision({ stack }: { stack: string }) {
  const t = useTranslations('revisions.none')
  const mayDeploy = useMay('stack.deploy')
  const show = useShowDialog()
  const adopt = () => show((close) => <AdoptDialog stack={stack} onClose={close} />)
  const reason = !mayDeploy && t('notAllowed')
  return (
    <EmptyState
      title={t('title')}
      action={
        <>
          <Button variant="primary" disabledReason={reason} onClick={adopt}>
            {t('adopt')}
          </Button>
          <ButtonLink href={`${page.editStack(stack)}?from=nothing`} disabledReason={reason}>
            {t('original')}
          </ButtonLink>
        </>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
