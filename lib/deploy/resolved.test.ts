import { expect, test } from 'vitest'
import type { DeployOptions, ResolveImage } from '@/lib/contract/deploy'
import type { Service, TaskSpec } from '@/lib/swarm/engine-types'
import { emptySnapshot } from '@/lib/swarm/snapshot'
import { service } from '@/lib/swarm/testing/service'
import { snapshot } from '@/lib/swarm/testing/snapshot'
import type { Images } from './resolve-image'
import { imagesToResolve, resolveTarget } from './resolved'
import { targetBodies } from './target'
import { converted } from './testing/converted'

const oldDigest = `sha256:${'0'.repeat(64)}`
const newDigest = `sha256:${'1'.repeat(64)}`
const platforms = [{ OS: 'linux', Architecture: 'amd64' }]
const answers: Images = new Map([
  ['shop/api:1', { digest: newDigest, platforms: [...platforms, { OS: 'linux', Architecture: 'arm' }] }],
])

/** A service that was deployed from `text`, and runs what a registry then said. */
function deployedFrom(text: string, image = `${text}@${oldDigest}`, template: Partial<TaskSpec> = {}): Service {
  return service({
    Name: 'shop_api',
    stack: 'shop',
    labels: { 'com.docker.stack.image': text },
    container: { Image: image },
    template: { Placement: { Platforms: platforms }, ...template },
  })
}

function resolve(live: Service | null, resolveImage: ResolveImage, images = answers, image = 'shop/api:1') {
  const wish = {
    stack: 'shop',
    converted: converted(`services: {api: {image: "${image}"}}`),
    snapshot: live ? snapshot(live) : emptySnapshot('swarm-1'),
    options: { resolveImage, prune: false, replicas: {} },
  }
  const { services } = resolveTarget({ ...wish, images })
  return { ...services.shop_api, asks: imagesToResolve(wish) }
}

const same = deployedFrom('shop/api:1')
const another = deployedFrom('shop/api:0')
const [asked, pinned, kept, plain] = ['asked', `shop/api:1@${newDigest}`, `shop/api:1@${oldDigest}`, 'shop/api:1']

/** The table of the CLI. */
test.each([
  ['always', 'a new service', null, asked, pinned],
  ['always', 'the same text', same, asked, pinned],
  ['always', 'another text', another, asked, pinned],
  ['changed', 'a new service', null, asked, pinned],
  ['changed', 'the same text', same, '', kept],
  ['changed', 'another text', another, asked, pinned],
  ['never', 'a new service', null, '', plain],
  ['never', 'the same text', same, '', kept],
  ['never', 'another text', another, '', plain],
] as const)('%s, %s', (policy, _case, live, isAsked, image) => {
  const resolved = resolve(live, policy)
  expect(resolved.image).toBe(image)
  expect(resolved.asks).toEqual(isAsked === asked ? ['shop/api:1'] : [])
})

test('platforms are those of the registry, of the live image where that is kept, and unknown otherwise', () => {
  expect(resolve(null, 'always').platforms).toEqual([{ OS: 'linux', Architecture: 'amd64' }, { OS: 'linux' }])
  expect(resolve(same, 'changed').platforms).toEqual(platforms)
  expect(resolve(another, 'never').platforms).toBeNull()
})

test('where the registry is silent, an unchanged text keeps the digest that runs', () => {
  const silent: Images = new Map([['shop/api:1', null]])
  expect(resolve(same, 'always', silent)).toMatchObject({ image: kept, platforms })
  expect(resolve(another, 'always', silent)).toMatchObject({ image: plain, platforms: null })
  const byHand = deployedFrom('shop/api:1', 'shop/api:debug')
  expect(resolve(byHand, 'always', silent).image).toBe(plain)
  expect(resolve(byHand, 'changed', silent).image).toBe('shop/api:debug')
})

test('an image that the file pins keeps its digest and gets the platforms', () => {
  const image = `shop/api:1@${oldDigest}`
  const images: Images = new Map([[image, { digest: newDigest, platforms }]])
  expect(resolve(null, 'always', images, image)).toMatchObject({ image, platforms })
})

test('a forced update is carried over, all else of the live spec is not', () => {
  expect(resolve(deployedFrom('shop/api:1', undefined, { ForceUpdate: 3 }), 'always').forceUpdate).toBe(3)
  expect(resolve(null, 'always').forceUpdate).toBe(0)
})

/** The file's number, the live one, what is asked for, and what is sent; null means as the file has it. */
test.each([
  ['', 5, undefined, 5],
  ['', 1, undefined, null],
  ['', 5, 'file', null],
  ['replicas: 2', 5, undefined, null],
  ['replicas: 2', 5, 'live', 5],
  ['replicas: 5', 5, 'live', null],
  ['mode: global', 5, 'live', null],
] as const)('with "%s" in the file, %i running and %s asked for, %s is put in', (deploy, live, choice, replicas) => {
  const target = converted(`services: {api: {image: a, deploy: {${deploy}}}}`)
  const swarm = snapshot(service({ Name: 'shop_api', stack: 'shop', replicas: live }))
  const asked: DeployOptions['replicas'] = choice ? { api: choice } : {}
  const options = { resolveImage: 'never' as const, prune: false, replicas: asked }
  const resolved = resolveTarget({ stack: 'shop', converted: target, snapshot: swarm, options, images: new Map() })
  expect(resolved.services.shop_api?.replicas).toBe(replicas)
})

test('bodies are made of the file and of what was resolved', () => {
  const target = converted(
    'services: {api: {image: "shop/api:1", deploy: {placement: {constraints: [node.role==worker]}}}}',
  )
  const resolved = { image: pinned, platforms, replicas: 4, forceUpdate: 2 }
  const [body] = targetBodies(target, { services: { shop_api: resolved } }).services
  expect(body).toMatchObject({
    TaskTemplate: {
      ContainerSpec: { Image: pinned },
      Placement: { Constraints: ['node.role==worker'], Platforms: platforms },
      ForceUpdate: 2,
    },
    Mode: { Replicated: { Replicas: 4 } },
  })
  expect(() => targetBodies(target, { services: {} })).toThrow('nothing is resolved for shop_api')
})

test('a revision that is brought back has the images that it had, whatever the registry says', () => {
  const pinnedThen = { services: { shop_api: { image: kept, platforms, replicas: null, forceUpdate: 7 } } }
  const { services } = resolveTarget({
    stack: 'shop',
    converted: converted('services: {api: {image: "shop/api:1"}}'),
    snapshot: snapshot(deployedFrom('shop/api:2', 'shop/api:2', { ForceUpdate: 9 })),
    options: { resolveImage: 'always', prune: false, replicas: {} },
    images: answers,
    pinned: pinnedThen,
  })
  expect(services.shop_api).toEqual({ image: kept, platforms, replicas: null, forceUpdate: 9 })
})
