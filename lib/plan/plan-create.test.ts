import { expect, test } from 'vitest'
import { config } from '@/lib/swarm/testing/config'
import { network } from '@/lib/swarm/testing/network'
import { secret } from '@/lib/swarm/testing/secret'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import { planConfig, planNetwork, planSecret } from './plan-create'
import { planToText } from './plan-to-text'

const swarm = snapshot(config({ Name: 'site' }), secret({ Name: 'key' }), network({ Name: 'shared' }))
const content = { contentSha256: 'aa', sizeBytes: 3 }
const plain = { isAttachable: false, isInternal: false, isEncrypted: false }

test('an object of no stack is one step, and restarts nothing', () => {
  expect(planToText(planConfig(swarm, { name: 'other', ...content }))).toBe(
    'create-config name=other\n- create-config other',
  )
  expect(planToText(planSecret(swarm, { name: 'site' }))).toBe('create-secret name=site\n- create-secret site')
})

test('a name that is taken, whatever its letters, or that the engine refuses, is told before', () => {
  expect(() => planConfig(swarm, { name: 'SITE', ...content })).toThrow('name_taken')
  expect(() => planSecret(swarm, { name: 'key' })).toThrow('name_taken')
  expect(() => planSecret(swarm, { name: '-x' })).toThrow('invalid_input')
  expect(() => planNetwork(swarm, { name: 'shared', ...plain })).toThrow('name_taken')
  expect(() => planNetwork(swarm, { name: 'a b', ...plain })).toThrow('invalid_input')
})

test('a network carries what was chosen', () => {
  const [step] = planNetwork(swarm, { name: 'back', ...plain, isAttachable: true, isEncrypted: true }).steps
  expect(step).toMatchObject({ stack: null, body: { Attachable: true, Internal: false, Options: { encrypted: '' } } })
})
