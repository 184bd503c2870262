import { clsx } from 'clsx'
import { Link } from '@/components/ui/link'
import { page } from '@/lib/paths/page'

export type LinkedKind = 'stack' | 'service' | 'config' | 'secret' | 'network' | 'volume'

type Props = {
  name: string
  /** What is shown, when it is not the name: that of its family. */
  label?: string
  tone?: 'accent' | 'name' | 'muted'
  className?: string
} & (
  | { kind: LinkedKind; id?: string }
  /** Nodes go by id, because hostnames repeat. */
  | { kind: 'node'; id: string }
)

/** Names have up to 64 letters. Usual ones are not torn at their hyphens, not even in a narrow column. */
const usualLength = 36

/** Networks and volumes have no page of their own, so their link finds them in the list. */
const found = (list: string, name: string) => `${list}?q=${encodeURIComponent(name)}`

/** An object's name, which is a link to it wherever it stands. */
export function ObjectLink(props: Props) {
  const { name, label = name, tone = 'name', className } = props
  return (
    <Link href={hrefOf(props)} tone={tone} className={clsx(wrapOf(label), className)}>
      {label}
    </Link>
  )
}

function wrapOf(name: string): string {
  return name.length <= usualLength ? 'whitespace-nowrap' : 'inline-block whitespace-normal wrap-anywhere md:min-w-60'
}

function hrefOf(props: Props): string {
  if (props.kind === 'node') return page.node(props.id)
  if (props.kind === 'network') return found(page.networks(), props.name)
  if (props.kind === 'volume') return found(page.volumes(), props.name)
  return page[props.kind](props.name)
}
