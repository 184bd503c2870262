'use client'

import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from './button'
import { Tooltip } from './tooltip'

type Props = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & {
  /** What it does: its name for screen readers and its tooltip. */
  label: string
  icon: LucideIcon
}

/** A button that is only an icon, for what repeats in rows and bars. */
export function IconButton({ label, icon, variant = 'quiet', className, ...props }: Props) {
  const button = (
    <Button
      {...props}
      variant={variant}
      icon={icon}
      aria-label={label}
      className={clsx('px-0', props.size === 'sm' ? 'min-w-7' : 'min-w-8', 'pointer-coarse:min-w-10', className)}
    />
  )
  // Two tooltips would fight: a reason why it cannot be used matters more than the name.
  return props.disabledReason ? button : <Tooltip content={label}>{button}</Tooltip>
}
