import type { Metadata } from 'next'
import { RegistryList } from '@/components/registries/registry-list'
import { requireUser } from '@/lib/auth/require-user'
import { translator } from '@/lib/i18n/translator'
import { registryRows } from '@/lib/registries/registries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('registries'))('title') }
}

export default async function RegistriesPage() {
  await requireUser('registry.manage')
  return <RegistryList initial={await registryRows()} />
}
