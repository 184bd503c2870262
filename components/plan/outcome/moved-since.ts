import type { ConfigRow, SecretRow } from '@/lib/contract/data-objects'

/** Of these services, those whose spec does not use the version (any more), with the one of its family that they use. */
export function movedSince(
  versions: readonly Pick<ConfigRow | SecretRow, 'name' | 'usedBy'>[],
  services: readonly string[],
  name: string,
): { service: string; version: string | null }[] {
  const isUser = (version: (typeof versions)[number], service: string) =>
    version.usedBy.some((usage) => usage.by === 'spec' && usage.serviceName === service)
  return services
    .filter((service) => !versions.some((version) => version.name === name && isUser(version, service)))
    .map((service) => ({ service, version: versions.find((version) => isUser(version, service))?.name ?? null }))
}
