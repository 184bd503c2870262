'use client'

import { clsx } from 'clsx'
import { Check, type LucideIcon } from 'lucide-react'
import NextLink from 'next/link'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type MenuProps = {
  /** A button. */
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A list of things to do, opened by a button. */
export function Menu({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-drop overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const itemStyle =
  'flex min-h-8 select-none items-center gap-2 rounded-sm px-2 py-1 text-base outline-none pointer-coarse:min-h-10 data-disabled:text-faint data-highlighted:bg-hover'

type ItemProps = {
  children: ReactNode
  icon?: LucideIcon
  onSelect?: () => void
  href?: string
  danger?: boolean
  /** Why it cannot be chosen now; shown under it. */
  disabledReason?: string | null | false
  /** What stands at its right end, such as a KeyHint. */
  end?: ReactNode
}

/** One thing to do, or one place to go (`href`). */
export function MenuItem({ children, icon: Icon, onSelect, href, danger, disabledReason, end }: ItemProps) {
  const content = (
    <>
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0 opacity-80" />}
      <span className="min-w-0 flex-1">
        {children}
        {disabledReason && <span className="block text-xs">{disabledReason}</span>}
      </span>
      {end}
    </>
  )
  const className = clsx(itemStyle, danger && !disabledReason && 'text-failing')
  if (href && !disabledReason) {
    return (
      <Radix.Item asChild className={className}>
        <NextLink href={href}>{content}</NextLink>
      </Radix.Item>
    )
  }
  return (
    <Radix.Item disabled={Boolean(disabledReason)} onSelect={onSelect} className={className}>
      {content}
    </Radix.Item>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-muted text-xs">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}

type ChoiceProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** One of a few, inside a menu. The menu stays open, so that the effect can be seen. */
export function MenuChoice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          onSelect={(event) => event.preventDefault()}
          className={itemStyle}
        >
          <span className="flex size-3.5 shrink-0">
            <Radix.ItemIndicator>
              <Check aria-hidden className="size-3.5" />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}
