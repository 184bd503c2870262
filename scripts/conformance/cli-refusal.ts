import type { Finding } from '@/lib/compose/finding'
import type { DeployPlan } from '@/lib/deploy/plan-deploy'

/** Errors that come from the engine or from what is in the swarm, after the CLI has converted everything. */
const fromTheSwarm =
  /Error response from daemon|is declared as external|(?:secret|config) not found: |: service update paused/

export function isFromTheSwarm(stderr: string): boolean {
  return fromTheSwarm.test(stderr)
}

/** What the CLI failed at: the name of an object in the swarm; null if it does not say. */
export function failedObject(stderr: string): string | null {
  const patterns = [
    /failed to (?:create|update) (?:service|network|secret|config) (\S.*?): Error response/,
    /network "(.*?)" is declared as external/,
    /(?:secret|config) not found: (\S+)/,
  ]
  for (const pattern of patterns) {
    const name = pattern.exec(stderr)?.[1]
    if (name !== undefined) return name
  }
  return null
}

/**
 * What we say beforehand of the object that the CLI failed at: an error of the file, a problem of the plan, or at least
 * a word of warning. Null if we say nothing.
 */
export function forewarning(
  stderr: string,
  stack: string,
  { findings, plan }: { findings: readonly Finding[]; plan: DeployPlan | null },
): { code: string; isRefusal: boolean } | null {
  const failed = failedObject(stderr)
  const isMeant = (name: unknown) => failed === null || name === failed || `${stack}_${String(name)}` === failed
  const errors = findings.filter(({ severity }) => severity === 'error')
  const found =
    errors.find(({ params }) => isMeant(params.service) || isMeant(params.name)) ??
    // The engine makes the network, and then refuses the service that is to use it.
    errors.find(({ code }) => code === 'network_driver_local')
  if (found) return { code: found.code, isRefusal: true }
  const problem = plan?.problems.find(({ code, name }) => code !== 'file_refused' && isMeant(name))
  if (problem) return { code: problem.code, isRefusal: true }
  const notes = [...(plan?.objects ?? []), ...(plan?.services ?? [])].flatMap(({ name, notes: all }) =>
    isMeant(name) ? all.map(({ code }) => code) : [],
  )
  const warnings = findings.flatMap(({ code, params }) => (isMeant(params.name) ? [code] : []))
  const code = [...notes, ...warnings].find((candidate) => doubts.includes(candidate))
  return code === undefined ? null : { code, isRefusal: false }
}

/** What only the engine knows, and we say that we do not. */
const doubts: readonly string[] = ['value_unseen', 'content_unknown', 'network_lingers', 'plugin_needed']
