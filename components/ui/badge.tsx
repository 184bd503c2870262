import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { StateShape, type Tone, toneText } from './state-shape'

type Props = {
  tone: Tone
  /** One or two words. */
  children: ReactNode
  /** `plain` in rows; `soft`, with a ground, beside a title. `tag` is a word without a state, such as a role. */
  variant?: 'plain' | 'soft' | 'tag'
  title?: string
  className?: string
}

const grounds: Record<Tone, string> = {
  running: 'bg-running-soft',
  working: 'bg-working-soft',
  attention: 'bg-attention-soft',
  failing: 'bg-failing-soft',
  neutral: 'bg-sunken',
}

/** A state: its shape and its word. */
export function Badge({ tone, variant = 'plain', title, className, children }: Props) {
  return (
    <span
      title={title}
      className={clsx(
        'inline-flex items-center gap-1.5 whitespace-nowrap',
        toneText[tone],
        variant === 'plain' && 'text-sm',
        variant === 'soft' && `h-6 rounded-full px-2 font-medium text-xs ${grounds[tone]}`,
        variant === 'tag' && 'h-5 rounded-sm border border-line px-1.5 text-xs',
        className,
      )}
    >
      {variant !== 'tag' && <StateShape tone={tone} />}
      {children}
    </span>
  )
}
