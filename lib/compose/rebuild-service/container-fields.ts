import { byBytes } from '@/lib/compose/byte-order'
import type { ReportServiceLoss } from '@/lib/compose/rebuild/loss'
import { printedMap } from '@/lib/compose/write/printed-map'
import { type Branch, branch, type Tree } from '@/lib/compose/write/tree'
import { durationText } from '@/lib/compose/write/value-texts'
import type { ContainerSpec, Healthcheck, Privileges } from '@/lib/swarm/engine-types'

const path = 'TaskTemplate.ContainerSpec'

/** The CLI sends variables in the order of their bytes, each once. */
export function environmentTree(variables: readonly string[], report: ReportServiceLoss): Tree | undefined {
  const entries = variables.map((text): [string, string | null] => {
    const sign = text.indexOf('=')
    return sign === -1 ? [text, null] : [text.slice(0, sign), text.slice(sign + 1)]
  })
  const isSorted = variables.every((text, index) => index === 0 || byBytes(variables[index - 1] ?? '', text) < 0)
  const names = new Set(entries.map(([name]) => name))
  if (!isSorted || names.size < entries.length) report('environment_order', `${path}.Env`)
  return printedMap([...new Map(entries)])
}

export function healthcheckTree(healthcheck: Healthcheck): Branch {
  const { Test: test = [], Interval, Timeout, StartPeriod, StartInterval, Retries } = healthcheck
  const [kind, shell] = test
  const times = {
    interval: Interval ? durationText(Interval) : undefined,
    timeout: Timeout ? durationText(Timeout) : undefined,
    start_period: StartPeriod ? durationText(StartPeriod) : undefined,
    start_interval: StartInterval ? durationText(StartInterval) : undefined,
    retries: Retries || undefined,
  }
  if (kind === 'NONE' && test.length === 1 && branch(times).size === 0) return branch({ disable: true })
  const isShell = kind === 'CMD-SHELL' && test.length === 2 && shell !== undefined
  return branch({ test: isShell ? shell : test.length > 0 ? { flow: test } : undefined, ...times })
}

/** Settings that are there and empty differ from none. */
export function dnsTrees({ DNSConfig }: ContainerSpec, report: ReportServiceLoss): Record<string, Tree | undefined> {
  if (!DNSConfig) return {}
  const { Nameservers = [], Search = [], Options = [] } = DNSConfig
  if (Options.length > 0) report('dns_options', `${path}.DNSConfig`)
  const one = (texts: readonly string[]): Tree | undefined => (texts.length === 1 ? texts[0] : [...texts])
  const isEmpty = Nameservers.length + Search.length === 0
  return {
    dns: Nameservers.length > 0 || isEmpty ? one(Nameservers) : undefined,
    dns_search: Search.length > 0 ? one(Search) : undefined,
  }
}

/** `IP host` becomes `host:IP`. */
export function hostsTree(hosts: readonly string[]): Tree | undefined {
  if (hosts.length === 0) return undefined
  return hosts.map((entry) => {
    const space = entry.indexOf(' ')
    return `${entry.slice(space + 1)}:${entry.slice(0, Math.max(space, 0))}`
  })
}

export function ulimitsTree(ulimits: NonNullable<ContainerSpec['Ulimits']>): Tree | undefined {
  if (ulimits.length === 0) return undefined
  return new Map(
    ulimits.map(({ Name = '', Soft = 0, Hard = 0 }): [string, Tree] => [
      Name,
      Soft === Hard ? Soft : branch({ soft: Soft, hard: Hard }),
    ]),
  )
}

/** Capabilities, and what takes or gives more and has no key. */
export function capabilityTrees(container: ContainerSpec, report: ReportServiceLoss): Record<string, Tree | undefined> {
  const { CapabilityAdd = [], CapabilityDrop = [], Groups = [], OomScoreAdj = 0, Privileges } = container
  if (Groups.length > 0) report('groups', `${path}.Groups`, { groups: Groups })
  if (OomScoreAdj !== 0) report('oom_score_adj', `${path}.OomScoreAdj`, { score: OomScoreAdj })
  const kinds = privilegeKinds(Privileges ?? {})
  if (kinds.length > 0) report('privileges', `${path}.Privileges`, { kinds })
  const short = (names: readonly string[]): Tree | undefined =>
    names.length > 0 ? names.map((name) => name.replace(/^CAP_/, '')) : undefined
  return { cap_add: short(CapabilityAdd), cap_drop: short(CapabilityDrop) }
}

function privilegeKinds({ SELinuxContext, NoNewPrivileges, Seccomp, AppArmor }: Privileges): string[] {
  return [
    ...(SELinuxContext ? ['SELinuxContext'] : []),
    ...(NoNewPrivileges ? ['NoNewPrivileges'] : []),
    ...(Seccomp ? ['Seccomp'] : []),
    ...(AppArmor ? ['AppArmor'] : []),
  ]
}
