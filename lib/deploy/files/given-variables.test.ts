import { expect, test } from 'vitest'
import { listGivenVariables } from './given-variables'

const given = (text: string) => {
  const dataBase64 = Buffer.from(text).toString('base64')
  const files = [{ name: 'compose.yaml', sizeBytes: text.length, dataBase64 }]
  const found = listGivenVariables({ files, composeFiles: ['compose.yaml'], variables: { TAG: '1' } })
  return found.map(({ name, isSet }) => [name, isSet])
}

test('a file tells its variables, also while it is broken', () => {
  const whole = `services:\n  web:\n    image: web:\${TAG}\n    labels: {a: $KEY}\n`
  expect(given(whole)).toEqual([
    ['TAG', true],
    ['KEY', false],
  ])
  expect(given(`${whole}    volumes: [`)).toEqual(given(whole))
  expect(given('')).toEqual([])
})
