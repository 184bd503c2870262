import { expect, test } from 'vitest'
import type { ConfigReference } from '@/lib/swarm/engine-types'
import { config } from '@/lib/swarm/testing/config'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { familyDoubts } from './family-doubts'

const summer = config({ Name: 'summer' })
const winter = config({ Name: 'winter' })

function at(target: string, ...configs: ReturnType<typeof config>[]): { Configs: ConfigReference[] } {
  return {
    Configs: configs.map(({ ID, Spec }, index) => ({
      ConfigID: ID,
      ConfigName: Spec.Name,
      File: { Name: index === 0 ? target : `${target}${index}` },
    })),
  }
}

const asked = (...objects: Parameters<typeof snapshot>) =>
  familyDoubts(snapshot(...objects), 'config').map(({ question, name, other }) => `${question} ${name} ${other}`)

test('what took the place of another at the same path may be its next version', () => {
  const previous = service({ Name: 'web', container: at('/app.conf', summer) }).Spec
  const web = service({ Name: 'web', container: at('/app.conf', winter), previous })
  expect(asked(summer, winter, web)).toEqual(['join winter summer'])
  const elsewhere = service({ Name: 'web', container: at('/other.conf', winter), previous })
  expect(asked(summer, winter, elsewhere)).toEqual([])
})

test('names like versions that are used side by side may be two things', () => {
  const [one, two] = [config({ Name: 'shard-1' }), config({ Name: 'shard-2' })]
  expect(asked(one, two, service({ Name: 'db', container: at('/shard', one, two) }))).toEqual(['split shard-1 shard-2'])
})

test('nothing is asked a second time', () => {
  const labels = { 'io.skep.family': 'season' }
  const [one, two] = [config({ Name: 'summer', labels }), config({ Name: 'winter', labels: { 'io.skep.family': 'w' } })]
  const previous = service({ Name: 'web', container: at('/app.conf', one) }).Spec
  expect(asked(one, two, service({ Name: 'web', container: at('/app.conf', two), previous }))).toEqual([])
})
