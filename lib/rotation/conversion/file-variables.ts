import { isSecret } from './find-secrets'

/** Images whose entry point reads `NAME_FILE` in the place of `NAME`, by the last part of their name. Their own documents say so. */
const readers: ReadonlySet<string> = new Set([
  'postgres',
  'mysql',
  'mariadb',
  'mongo',
  'percona',
  'influxdb',
  'couchbase',
  'wordpress',
  'nextcloud',
  'joomla',
  'redmine',
  'minio',
  'vaultwarden',
  'mongo-express',
  'phpmyadmin',
  'rabbitmq',
])

export type FileVariable = { name: string; isKnown: boolean }

/** The variable that names a file with the value, and whether this image is known to read it. */
export function fileVariableOf(image: string, variable: string): FileVariable {
  const repository = image.split('@')[0]?.replace(/:[^/:]*$/, '') ?? ''
  const name = repository.split('/').at(-1) ?? ''
  if (name === 'grafana') return { name: `${variable}__FILE`, isKnown: variable.startsWith('GF_') }
  return { name: `${variable}_FILE`, isKnown: readers.has(name) || repository.includes('bitnami/') }
}

/** Whether a variable seems to hold a secret, as far as its name tells. Its value is not looked at. */
export function isSecretName(variable: string): boolean {
  return isSecret(variable, 'unknown')
}
