'use client'

import type { LucideIcon } from 'lucide-react'
import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button/button-style'
import { WithReason } from './button/with-reason'

type Props = Omit<ComponentProps<typeof NextLink>, 'href'> & {
  href: string
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: LucideIcon
  disabledReason?: string | null | false
}

/** Looks like a button because it begins something ("Rotate"), and is a link because it only goes there. */
export function ButtonLink({ href, variant, size, icon: Icon, disabledReason, className, children, ...props }: Props) {
  const content = (
    <>
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </>
  )
  if (!disabledReason) {
    return (
      <NextLink {...props} href={href} prefetch={false} className={buttonStyle({ variant, size, className })}>
        {content}
      </NextLink>
    )
  }
  return (
    <WithReason reason={disabledReason}>
      {(denied) => (
        <button type="button" {...denied} className={buttonStyle({ variant, size, isDisabled: true, className })}>
          {content}
        </button>
      )}
    </WithReason>
  )
}
