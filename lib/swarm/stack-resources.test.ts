import { expect, test } from 'vitest'
import type { Reason } from '@/lib/contract/reason'
import type { StackResource } from '@/lib/contract/stacks'
import { stackResources } from './stack-resources'
import { config } from './testing/config'
import { network } from './testing/network'
import { node } from './testing/node'
import { secret } from './testing/secret'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'

const brief = ({ kind, name, owner, onRemoval, usedBy, usedOutside, notes }: StackResource) =>
  `${kind} ${name}: ${owner}, ${onRemoval}, by [${usedBy.join()}] and [${usedOutside.join()}], ${codes(notes)}`
const codes = (notes: Reason[]) => notes.map((note) => note.code).join()

test('each resource says who owns it and what happens to it with the stack', () => {
  const [own, shared] = [config({ Name: 'own', stack: 'todo' }), config({ Name: 'shared' })]
  const [key, old] = [secret({ Name: 'key', stack: 'todo' }), secret({ Name: 'old', stack: 'todo' })]
  const back = network({ Name: 'todo_back', stack: 'todo' })
  const web = service({
    Name: 'todo_web',
    stack: 'todo',
    configs: [own, shared],
    secrets: [key],
    template: { Networks: [{ Target: back.Id }] },
  })
  const withNetwork = { ...web, Spec: { ...web.Spec } }
  expect(stackResources(snapshot(own, shared, key, old, back, withNetwork), 'todo').map(brief)).toEqual([
    'network todo_back: stack, removed, by [todo_web] and [], ',
    'config own: stack, removed, by [todo_web] and [], ',
    'config shared: outside, stays, by [todo_web] and [], ',
    'secret key: stack, removed, by [todo_web] and [], ',
    'secret old: stack, removed, by [] and [], unused',
  ])
})

test('a volume stays even when the stack owns it, and an unpinned local one is marked', () => {
  const mount = {
    Type: 'volume',
    Source: 'todo_data',
    Target: '/data',
    VolumeOptions: { Labels: { 'com.docker.stack.namespace': 'todo' } },
  }
  const db = service({ Name: 'todo_db', stack: 'todo', container: { Mounts: [mount] } })
  const nodes = [node({ Hostname: 'east' }), node({ Hostname: 'west' })]
  expect(stackResources(snapshot(...nodes, db), 'todo').map(brief)).toEqual([
    'volume todo_data: stack, stays, by [todo_db] and [], local_volume_unpinned',
  ])
})

test('what another stack uses too cannot be removed with this one', () => {
  const key = secret({ Name: 'key', stack: 'todo' })
  const mine = service({ Name: 'todo_web', stack: 'todo', secrets: [key] })
  const theirs = service({ Name: 'shop_web', stack: 'shop', secrets: [key] })
  expect(stackResources(snapshot(key, mine, theirs), 'todo').map(brief)).toEqual([
    'secret key: stack, stays, by [todo_web] and [shop_web], held_by_others',
  ])
})

test('ingress is listed where a port goes through it, and belongs to nobody', () => {
  const web = service({ Name: 'todo_web', stack: 'todo', ports: [{ TargetPort: 80, PublishedPort: 80 }] })
  expect(stackResources(snapshot(network({ Name: 'ingress', Ingress: true }), web), 'todo').map(brief)).toEqual([
    'network ingress: outside, stays, by [todo_web] and [], ingress',
  ])
})

test('what is gone is marked as missing, and what only a rollback needs as kept for it', () => {
  const gone = config({ Name: 'gone' })
  const old = config({ Name: 'old', stack: 'todo' })
  const previous = service({ Name: 'todo_web', configs: [old] }).Spec
  const web = service({ Name: 'todo_web', stack: 'todo', configs: [gone], previous })
  expect(stackResources(snapshot(old, web), 'todo').map(brief)).toEqual([
    'config gone: outside, stays, by [todo_web] and [], missing',
    'config old: stack, removed, by [] and [], kept_for_rollback',
  ])
})

test('the predefined network host is in no list', () => {
  const web = service({ Name: 'todo_web', stack: 'todo', template: { Networks: [{ Target: 'id-of-host' }] } })
  expect(stackResources(snapshot(web), 'todo').map(brief)).toEqual([
    'network id-of-host: outside, stays, by [todo_web] and [], predefined',
  ])
})
