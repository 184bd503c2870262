import { expect, test } from 'vitest'
import { config } from '@/lib/swarm/testing/config'
import { familyLabel, familyOf, groupByFamily, versionsOf } from './family'

test('the label decides, whatever the name looks like', () => {
  expect(familyOf({ Name: 'winter-release', Labels: { [familyLabel]: 'shop_nginx' } })).toBe('shop_nginx')
  expect(familyOf({ Name: 'shop_nginx_v2', Labels: { [familyLabel]: '' } })).toBe('shop_nginx')
})

test('a label of another name is no family, not even an inherited one', () => {
  expect(familyOf({ Name: 'constructor', Labels: {} })).toBe('constructor')
  expect(familyOf({ Name: 'a_v2', Labels: null })).toBe('a')
})

test('versions are in order of age, and by number where they are equally old', () => {
  const versions = [
    config({ Name: 'shop_nginx_v10' }),
    config({ Name: 'shop_nginx_v9' }),
    config({ Name: 'shop_nginx', createdAt: '2025-01-01T00:00:00Z' }),
    config({ Name: 'shop_other' }),
  ]
  const names = (objects: typeof versions | undefined) => objects?.map((object) => object.Spec.Name)
  expect(names(versionsOf(versions, 'shop_nginx'))).toEqual(['shop_nginx', 'shop_nginx_v9', 'shop_nginx_v10'])
  expect(names(groupByFamily(versions).get('shop_nginx'))).toEqual(['shop_nginx', 'shop_nginx_v9', 'shop_nginx_v10'])
  expect([...groupByFamily(versions).keys()]).toEqual(['shop_nginx', 'shop_other'])
})
