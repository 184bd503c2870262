'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the one that acts last. */
  footer?: ReactNode
  size?: 'md' | 'lg'
}

/** A modal dialog; at phone width a sheet from below. Focus goes in, stays in, and goes back where it came from. */
export function Dialog({ open, onOpenChange, title, description, children, footer, size = 'md' }: Props) {
  const t = useTranslations('ui.dialog')
  const cameFrom = useRef<Element | null>(null)
  const content = useRef<HTMLDivElement>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          ref={content}
          tabIndex={-1}
          {...(!description && { 'aria-describedby': undefined })}
          // To the first field; else to the dialog itself, so that Enter does nothing by accident.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            cameFrom.current = document.activeElement
            const field = content.current?.querySelector<HTMLElement>('input, textarea, select')
            ;(field ?? content.current)?.focus()
          }}
          // Radix gives focus back to its own trigger alone, and ours are opened by any control.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            giveBackFocus(cameFrom.current)
          }}
          className={clsx(
            'fixed inset-x-0 bottom-0 z-40 flex max-h-[85dvh] animate-rise flex-col rounded-t-lg bg-raised shadow-overlay focus-visible:outline-none',
            'sm:inset-x-4 sm:top-[12vh] sm:bottom-auto sm:mx-auto sm:max-h-[76dvh] sm:rounded-lg',
            size === 'md' ? 'sm:max-w-dialog' : 'sm:max-w-4xl',
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="mt-0.5 text-muted">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label={t('close')} icon={X} size="sm" className="-mr-2" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** To the content of the page where the control is gone by now: else the next Tab would begin at the top of everything. */
function giveBackFocus(to: Element | null) {
  const isThere = to instanceof HTMLElement && to.isConnected && to !== document.body
  const target = isThere ? to : document.querySelector('main')
  target?.focus({ preventScroll: !isThere })
}
