import { clsx } from 'clsx'

/** The four states and the absence of one. Each has a shape of its own, so that colour never speaks alone. */
export type Tone = 'running' | 'working' | 'attention' | 'failing' | 'neutral'

export const toneText: Record<Tone, string> = {
  running: 'text-running',
  working: 'text-working',
  attention: 'text-attention',
  failing: 'text-failing',
  neutral: 'text-muted',
}

/** Disc, turning ring, triangle, crossed octagon, hollow ring. Always beside a word. */
export function StateShape({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden
      className={clsx('size-2.5 shrink-0', toneText[tone], tone === 'working' && 'animate-turn', className)}
    >
      {shapes[tone]}
    </svg>
  )
}

const shapes: Record<Tone, React.ReactNode> = {
  running: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  working: (
    <path
      d="M6 1.25A4.75 4.75 0 1 1 1.25 6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
  ),
  attention: <path d="M6 1 11.5 10.8H.5Z" fill="currentColor" strokeLinejoin="round" />,
  failing: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7Zm.2 2.3L2.8 3.9 4.9 6 2.8 8.1l1.1 1.1L6 7.1l2.1 2.1 1.1-1.1L7.1 6l2.1-2.1-1.1-1.1L6 4.9Z"
    />
  ),
  neutral: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.75" />,
}
