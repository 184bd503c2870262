import { expect, test } from 'vitest'
import { describeAgent } from './describe-agent'

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Chrome', 'Linux', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/140.0.0.0 Safari/537.36`],
  [
    'Edge',
    'Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
  ],
  ['Firefox', 'macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0'],
  [
    'Safari',
    'iOS',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
  ],
  ['Whale', 'Windows', `Mozilla/5.0 (Windows NT 10.0) ${webKit} Chrome/128.0.0.0 Whale/3.28.266.11 Safari/537.36`],
])('%s on %s', (browser, system, agent) => {
  expect(describeAgent(agent)).toEqual({ browser, system })
})

test('what is unknown is not guessed', () => {
  expect(describeAgent(null)).toEqual({ browser: null, system: null })
  expect(describeAgent('skep-cli/1.0')).toEqual({ browser: null, system: null })
})
