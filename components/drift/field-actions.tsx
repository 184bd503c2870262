'use client'

import { EyeOff, FilePen, Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useShowDialog } from '@/components/ui/dialog-host'
import { ProblemNotice } from '@/components/ui/page/problem-notice'
import { useMay } from '@/lib/browser/current-user'
import { page } from '@/lib/paths/page'
import { PutBackField } from './put-back-field'
import { useLeaveBe } from './use-leave-be'

type Props = { stack: string; service: string; field: string; onDecided: () => void }

/** What can be done about one field that differs: take it into the file, put the file's value back, or leave it be. */
export function FieldActions({ stack, service, field, onDecided }: Props) {
  const t = useTranslations('drift')
  const show = useShowDialog()
  const denied = !useMay('stack.deploy') && t('notAllowed')
  const leave = useLeaveBe({ stack, service, field }, onDecided)
  const query = new URLSearchParams({ take: service, field })
  return (
    <>
      <ButtonLink
        href={`${page.editStack(stack)}?${query}`}
        size="sm"
        variant="quiet"
        icon={FilePen}
        aria-label={t('takeField', { field })}
        disabledReason={denied}
      >
        {t('take')}
      </ButtonLink>
      <Button
        size="sm"
        variant="quiet"
        icon={Undo2}
        aria-label={t('putBackField', { field })}
        disabledReason={denied}
        onClick={() => show((close) => <PutBackField stack={stack} service={service} field={field} onClose={close} />)}
      >
        {t('putBackOne')}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        icon={EyeOff}
        aria-label={t('leaveField', { field })}
        busy={leave.pending}
        disabledReason={denied}
        onClick={() => void leave.run('PUT')}
      >
        {t('leave')}
      </Button>
      <ProblemNotice error={leave.error} />
    </>
  )
}
