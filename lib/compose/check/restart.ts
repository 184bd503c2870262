import { withoutEntry } from '@/lib/compose/edit/block'
import { movedIntoDeploy } from '@/lib/compose/edit/into-deploy'
import { type Finding, finding } from '@/lib/compose/finding'
import { childOf, type MappingNode } from '@/lib/compose/parse/compose-node'
import { servicesOf } from './services-of'

/**
 * The CLI lists `restart` as ignored. It counts nevertheless, unless there is a `deploy.restart_policy`, be it empty.
 */
export function restartOutsideDeploy(root: MappingNode): Finding[] {
  return servicesOf(root).flatMap(({ name, node }) => {
    const entry = node.entries.get('restart')
    if (!entry) return []
    const restart = entry.value.kind === 'text' ? entry.value.value : ''
    const params = { service: name, restart }
    const hasPolicy = (childOf(node.entries.get('deploy')?.value, 'restart_policy')?.kind ?? 'null') !== 'null'
    if (hasPolicy) return [finding('restart_does_not_count', entry.keyPlace, params, withoutEntry(node, 'restart'))]
    const policy = policyFor(restart)
    const edits = policy === null ? [] : movedIntoDeploy(node, 'restart', policy)
    return [finding('restart_counts', entry.keyPlace, params, edits)]
  })
}

/** The lines that mean the same below `deploy`; null where only a person can tell what is meant. */
function policyFor(restart: string): string | null {
  if (restart === 'always' || restart === 'unless-stopped') return 'restart_policy:\n  condition: any\n'
  const attempts = /^on-failure(?::(\d{1,9}))?$/.exec(restart)
  if (!attempts) return null
  const most = attempts[1] === undefined ? '' : `  max_attempts: ${attempts[1]}\n`
  return `restart_policy:\n  condition: on-failure\n${most}`
}
