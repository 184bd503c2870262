import type { Path } from '@/lib/compose/convert/locate'
import type { Finding } from '@/lib/compose/finding'
import type { ServiceRuleContext } from './rule-context'
import { templateProblem } from './template-problem'

/** The parts of a service in which the engine fills in templates. Source: moby/swarmkit, template/expand.go. */
export function templateFindings({ service, body, say }: ServiceRuleContext): Finding[] {
  const { Hostname, Env = [], Mounts = [] } = body.TaskTemplate.ContainerSpec
  const texts: [string, Path][] = [
    [Hostname ?? '', ['hostname']],
    ...Env.map((variable): [string, Path] => [variable, ['environment', nameOf(variable)]]),
    ...Mounts.flatMap(({ Source = '', Target = '', VolumeOptions: options }, index) =>
      [
        Source,
        Target,
        ...Object.values(options?.Labels ?? {}),
        ...Object.values(options?.DriverConfig?.Options ?? {}),
      ].map((text): [string, Path] => [text, ['volumes', index]]),
    ),
  ]
  return texts.flatMap(([text, path]) => {
    const problem = text.includes('{{') ? templateProblem(text) : null
    return problem === null ? [] : [say('template_malformed', path, { service: service.name, ...problem })]
  })
}

function nameOf(variable: string): string {
  return variable.split('=', 1)[0] ?? ''
}
