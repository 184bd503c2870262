import { clsx } from 'clsx'
import { scrollable } from '@/components/ui/scrollable'

/** A patch as it is written; what goes and what comes stand out. */
export function PatchText({ patch, label }: { patch: string; label: string }) {
  return (
    <figure
      aria-label={label}
      {...scrollable}
      className="max-h-[50vh] overflow-auto rounded-lg border border-line bg-sunken"
    >
      <pre className="w-max min-w-full py-2 font-mono text-xs leading-5">
        {linesOf(patch).map(({ text, at }) => (
          <code key={at} className={clsx('block px-3', lookOf(text))}>
            {text || ' '}
          </code>
        ))}
      </pre>
    </figure>
  )
}

function linesOf(patch: string): { text: string; at: number }[] {
  return patch
    .replace(/\n$/, '')
    .split('\n')
    .map((text, at) => ({ text, at }))
}

function lookOf(line: string): string {
  if (/^(?:---|\+\+\+|@@|\\)/.test(line)) return 'text-muted'
  if (line.startsWith('-')) return 'bg-failing-soft'
  return line.startsWith('+') ? 'bg-running-soft' : ''
}
