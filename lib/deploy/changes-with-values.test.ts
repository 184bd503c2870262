import { expect, test } from 'vitest'
import { changesWithValues } from './changes-with-values'
import { applied } from './testing/applied'
import { converted } from './testing/converted'
import { planned } from './testing/planned'

const text = 'services: {api: {image: a, environment: {PASSWORD: old}}, web: {image: b}}'

test('the values that a plan masks are told of one service, to an endpoint that may', () => {
  const edited = text.replace('old', 'new').replace('web', 'www')
  const wish = {
    stack: 'shop',
    converted: converted(edited),
    snapshot: applied(converted(text), planned(text).resolved),
    options: { resolveImage: 'never' as const, prune: false, replicas: {} },
    images: new Map(),
    apiVersion: '1.51',
  }
  expect(changesWithValues(wish, 'shop_api')).toEqual([
    { path: 'environment.PASSWORD', before: 'old', after: 'new', isMasked: false },
  ])
  expect(changesWithValues(wish, 'shop_web')).toBeNull()
  expect(changesWithValues(wish, 'shop_www')).toBeNull()
})
