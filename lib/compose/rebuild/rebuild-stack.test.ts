import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { StackFile } from '@/lib/compose/load/stack-files'
import type { Annotations, Network, Secret, Service } from '@/lib/swarm/engine-types'
import { meta } from '@/lib/swarm/testing/meta'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { rebuildStack } from './rebuild-stack'

type LiveStack = {
  name: string
  services: Pick<Service, 'ID' | 'Spec'>[]
  networks: Omit<Network, 'Created'>[]
  configs: { ID: string; Spec: Annotations; data: string }[]
  secrets: Pick<Secret, 'ID' | 'Spec'>[]
}

/** What engine 28.5.2 had after `docker stack deploy` of a file with all of the kind, the IDs written as `KIND-NAME`. */
const liveStacks: LiveStack[] = JSON.parse(readFileSync(new URL('testdata/live-stacks.json', import.meta.url), 'utf8'))

function rebuilt({ services, networks, configs, secrets }: LiveStack) {
  return rebuildStack({
    stack: 'shop',
    snapshot: snapshot(
      ...services.map((it) => ({ ...it, ...meta() })),
      ...networks.map((it) => ({ ...it, Created: '' })),
      ...configs.map(({ ID, Spec }) => ({ ID, Spec, ...meta(), Content: null })),
      ...secrets.map((it) => ({ ...it, ...meta() })),
    ),
    configContents: new Map(configs.map(({ ID, data }) => [ID, new TextEncoder().encode(data)])),
    apiVersion: '1.51',
  })
}

test.each(liveStacks)('a deploy of the rebuilt file changes nothing: $name', async (live) => {
  const { files, losses } = rebuilt(live)
  const [compose, ...others] = files.map(textOf)
  expect(losses.map(({ code }) => code).filter((code) => code !== 'secret_value_unknown')).toEqual([])
  expect(others.toSorted()).toEqual(live.configs.map(({ data }) => data).toSorted())
  await expect(compose).toMatchFileSnapshot(`testdata/rebuilt/${live.name}.txt`)
})

function textOf(file: StackFile): string {
  return 'text' in file ? file.text : new TextDecoder().decode(file.bytes)
}
