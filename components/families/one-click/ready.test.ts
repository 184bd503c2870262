import { expect, test } from 'vitest'
import { planSecretRotation } from '@/lib/rotation/plan-rotation'
import { secret } from '@/lib/swarm/testing/secret'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { freeToBegin, isSameIntent, type ReadyRotation, restartedServices } from './ready'

/** A rotation of a secret that these services use. */
function rotation(name: string, services: string[], successor = `${name}_v2`): ReadyRotation {
  const object = secret({ Name: name })
  const users = services.map((Name) => service({ Name, secrets: [object] }))
  const plan = planSecretRotation(snapshot(object, ...users), { secretId: object.ID, name: successor })
  return { name, successor, plan, digest: name, recipe: { kind: 'uuid' } }
}

const all = [
  rotation('a', ['api', 'web']),
  rotation('b', ['web', 'db']),
  rotation('c', ['db']),
  rotation('d', ['cache']),
]
const namesOf = (rotations: readonly ReadyRotation[]) => rotations.map(({ name }) => name)

test('what changes the same service waits for what stands before it, the rest begins at once', () => {
  expect(namesOf(freeToBegin(all, []))).toEqual(['a', 'd'])
  expect(namesOf(freeToBegin(all.slice(1, 3), ['api', 'web']))).toEqual([])
  expect(namesOf(freeToBegin(all.slice(1, 3), []))).toEqual(['b'])
})

test('a plan that was made again is the approved one while it has the same name and changes the same services', () => {
  const approved = rotation('a', ['api', 'web'])
  expect(isSameIntent(approved, { ...rotation('a', ['api', 'web']), digest: 'another' })).toBe(true)
  expect(isSameIntent(approved, rotation('a', ['api']))).toBe(false)
  expect(isSameIntent(approved, rotation('a', ['api', 'web'], 'a_v3'))).toBe(false)
  expect(isSameIntent(approved, null)).toBe(false)
})

test('a service that several rotations restart is counted once', () => {
  expect(restartedServices(all.map(({ plan }) => plan))).toEqual(['api', 'web', 'db', 'cache'])
})
