'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'
import { Dialog } from './dialog'
import { ProblemNotice } from './page/problem-notice'

type Props = {
  title: string
  description: string
  /** What the button does, in words: "Remove registry.example.com". */
  action: string
  variant?: 'danger' | 'primary'
  /** Ends a dialog that takes nothing back by being closed. */
  closeLabel?: 'cancel' | 'close'
  pending: boolean
  error: unknown
  disabledReason?: string | false
  onConfirm: () => void
  onClose: () => void
  children?: ReactNode
}

/** One question, one button that says what it does, and the failure where it is asked. */
export function ConfirmDialog(props: Props) {
  const t = useTranslations('common')
  const { title, description, action, variant = 'danger', closeLabel = 'cancel', children, onClose } = props
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t(closeLabel)}</Button>
          <Button
            variant={variant}
            busy={props.pending}
            disabledReason={props.disabledReason}
            onClick={() => props.onConfirm()}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children}
        <ProblemNotice error={props.error} />
      </div>
    </Dialog>
  )
}
