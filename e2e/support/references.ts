import { docker } from './docker'

type Kind = 'config' | 'secret'

/** The version of a config or secret that a service's spec names, as the docker CLI tells it. */
export function referenceOf(kind: Kind, service: string): Promise<string> {
  const field = kind === 'config' ? 'Configs' : 'Secrets'
  const name = kind === 'config' ? 'ConfigName' : 'SecretName'
  return docker([
    'service',
    'inspect',
    service,
    '--format',
    `{{(index .Spec.TaskTemplate.ContainerSpec.${field} 0).${name}}}`,
  ])
}

export function referencesOf(kind: Kind, services: readonly string[]): Promise<string[]> {
  return Promise.all(services.map((service) => referenceOf(kind, service)))
}

/** All versions that exist of what was first called so, by name. */
export async function versionsOf(kind: Kind, name: string): Promise<string[]> {
  const names = (await docker([kind, 'ls', '--format', '{{.Name}}'])).split('\n')
  return names.filter((each) => each === name || each.startsWith(`${name}_v`)).toSorted()
}
