import type { DeployedService, DeploymentAnswer, DeploymentFinding } from '@/lib/contract/deployment'

/** The answer for the log of a pipeline: findings as compilers print them, the plan, a line per service, the end. */
export function answerToText(answer: DeploymentAnswer): string {
  const { outcome, stack, services, findings, plan, planDigest, operation, revision, problem } = answer
  const parts = [
    findings.map(findingLine),
    plan === '' ? [] : [...plan.split('\n'), `plan ${planDigest}`],
    serviceLines(services),
    [
      `${stack}: ${outcome}${problem ? ` (${problem.text})` : ''}`,
      ...(revision === null ? [] : [`revision ${revision}`]),
      ...(operation ? [operation.url] : []),
    ],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function findingLine({ file, line, column, severity, text }: DeploymentFinding): string {
  const place = [file, line, column].filter((part) => part !== null).join(':')
  return `${place === '' ? '' : `${place}: `}${severity}: ${text}`
}

function serviceLines(services: readonly DeployedService[]): string[] {
  const width = Math.max(0, ...services.map(({ name }) => name.length))
  return services.map(({ name, verdict, state, running, desired, reason }) => {
    const did = state === 'unchanged' ? state : `${verdict} ${state}`
    const tasks = desired === null ? '' : `  ${running ?? 0}/${desired}`
    return `${name.padEnd(width)}  ${did}${tasks}${reason ? `  ${reason.text}` : ''}`
  })
}
