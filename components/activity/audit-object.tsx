import { useTranslations } from 'use-intl'
import { ObjectLink } from '@/components/swarm/object-link'
import { Link } from '@/components/ui/link'
import { page } from '@/lib/paths/page'

/** Kinds whose pages go by the name that the log has. */
const linked = ['stack', 'service', 'config', 'secret', 'network', 'volume'] as const
const kinds = [...linked, 'revision', 'operation', 'user', 'session', 'token', 'registry', 'swarm'] as const

/** What it was done to: `service shop_web`. Where that has a page, its name leads there, though it may be gone by now. */
export function AuditObject({ object }: { object: string }) {
  const t = useTranslations('activity.kinds')
  const [word = '', ...names] = object.split(' ')
  const kind = kinds.find((one) => one === word)
  if (!kind) return <span className="wrap-anywhere">{object}</span>
  return (
    <>
      <span className="text-muted">{t(kind)}</span> <Name kind={kind} names={names} />
    </>
  )
}

function Name({ kind, names }: { kind: (typeof kinds)[number]; names: string[] }) {
  const name = names.join(' ')
  const ownPage = linked.find((one) => one === kind)
  if (ownPage && name) return <ObjectLink kind={ownPage} name={name} />
  const [stack, number] = names
  if (kind !== 'revision' || !stack || !number) return <span className="wrap-anywhere">{name}</span>
  return <Link href={page.revision(stack, Number(number))}>{name}</Link>
}
