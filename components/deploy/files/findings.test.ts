import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { convertStack } from '@/lib/compose/convert-stack'
import type { Finding } from '@/lib/compose/finding'
import { messageValues } from '@/lib/errors/message-values'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'

function findingsOf(text: string): readonly Finding[] {
  const made = convertStack({
    stack: 'shop',
    files: [{ name: 'compose.yaml', text }],
    composeFiles: ['compose.yaml'],
    variables: {},
    projectDir: '/stack',
    homeDir: null,
    apiVersion: '1.41',
  })
  return 'refused' in made ? made.refused : made.findings
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: Compose writes variables in this way.
const required = 'services: {a: {image: "x:${TAG:?say which}"}}'

const stacks = [
  'services: {a: {image: x, imge: y}}',
  'services: {a: {image: "x:1", mem_limit: 1g}}',
  'services: {a: {image: "x:1", networks: [b]}}',
  'services: {a: {image: "x:1", ports: ["a:b"]}}',
  'services: {a: {image: "x:1", env_file: [.env]}}',
  required,
  'services: {a: {image: "x:1", ports: ["127.0.0.1:80:80"]}}',
  'services: {a: {image: "x:1", deploy: {replicas: many}}}',
  'a: [1, 2',
]

test.each(stacks)('what is said of %j has all of its parameters', (text) => {
  const found = findingsOf(text)
  expect(found.length).toBeGreaterThan(0)
  for (const [locale, messages] of [
    ['en', en],
    ['ko', ko],
  ] as const) {
    const sentences: Record<string, { title: string; hint: string }> = messages.compose.findings
    for (const { code, params } of found) {
      const onError = (error: Error) => {
        throw error
      }
      const { title = '', hint = '' } = sentences[code] ?? {}
      const t = createTranslator({ locale, messages: { title, hint }, onError })
      expect(t('title', messageValues(params))).not.toMatch(/[{}]/)
      expect(t('hint', messageValues(params))).not.toMatch(/[{}]/)
    }
  }
})
