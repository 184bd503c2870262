import { expect, test } from 'vitest'
import type { VersionVerdict } from '@/lib/rotation/plan-clean-up'
import { chosenFamilies, goingOf, toggledFamilies } from './chosen-families'

const verdict = (name: string, isKept = false): VersionVerdict => ({
  kind: 'config',
  family: name.split('_')[0] ?? '',
  name,
  id: name,
  createdAt: 0,
  keptBecause: isKept ? [{ code: 'recent' }] : [],
})

const verdicts = [verdict('web'), verdict('web_v2', true), verdict('api'), verdict('db', true)]

test('everything that may go is chosen until somebody chooses; a family whose versions all stay is no choice', () => {
  expect(chosenFamilies(verdicts, '')).toEqual(['web', 'api'])
  expect(goingOf(verdicts, ['web', 'api']).map(({ name }) => name)).toEqual(['web', 'api'])
})

test('a choice goes into the URL and comes back', () => {
  const withoutWeb = toggledFamilies(verdicts, ['web', 'api'], 'web')
  expect(withoutWeb).toBe('api')
  expect(chosenFamilies(verdicts, withoutWeb)).toEqual(['api'])
  const none = toggledFamilies(verdicts, ['api'], 'api')
  expect(none).toBe('-')
  expect(chosenFamilies(verdicts, none)).toEqual([])
  expect(toggledFamilies(verdicts, ['api'], 'web')).toBe('')
})

test('a family of an old link that has nothing to give is left out', () => {
  expect(chosenFamilies(verdicts, 'db,gone,api')).toEqual(['api'])
})
