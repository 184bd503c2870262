import { ObjectLink } from '@/components/swarm/object-link'

/** Kinds whose pages go by the name that the log has. */
const linked = ['stack', 'service', 'config', 'secret', 'network', 'volume'] as const

/** What it was done to: `service shop_web`. Where that has a page, its name leads there, though it may be gone by now. */
export function AuditObject({ object }: { object: string }) {
  const [word = '', ...names] = object.split(' ')
  const name = names.join(' ')
  const kind = linked.find((one) => one === word)
  if (!kind || !name) return <span className="wrap-anywhere">{object}</span>
  return (
    <>
      <span className="text-muted">{word}</span> <ObjectLink kind={kind} name={name} />
    </>
  )
}
