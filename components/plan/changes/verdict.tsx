import { clsx } from 'clsx'
import {
  ArrowRight,
  CircleSlash,
  Equal,
  type LucideIcon,
  Pencil,
  Plus,
  RotateCw,
  Tag,
  Trash2,
  TriangleAlert,
} from 'lucide-react'

export type VerdictLook =
  | 'create'
  | 'change'
  | 'restart'
  | 'same'
  | 'remove'
  | 'leave'
  | 'label'
  | 'outside'
  | 'trouble'

const looks: Record<VerdictLook, { icon: LucideIcon; colour: string }> = {
  create: { icon: Plus, colour: 'text-running' },
  change: { icon: Pencil, colour: 'text-working' },
  restart: { icon: RotateCw, colour: 'text-attention' },
  same: { icon: Equal, colour: 'text-muted' },
  remove: { icon: Trash2, colour: 'text-failing' },
  leave: { icon: CircleSlash, colour: 'text-muted' },
  label: { icon: Tag, colour: 'text-working' },
  outside: { icon: ArrowRight, colour: 'text-muted' },
  trouble: { icon: TriangleAlert, colour: 'text-attention' },
}

/** What becomes of one thing: a sign and its word. */
export function Verdict({ look, children }: { look: VerdictLook; children: string }) {
  const { icon: Icon, colour } = looks[look]
  return (
    <span className={clsx('inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-sm', colour)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  )
}
