import { readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { isErrorCode, statusByCode } from '@/lib/errors/codes'
import { messageValues } from '@/lib/errors/message-values'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'

const codes = Object.keys(statusByCode).filter(isErrorCode)
const document = readFileSync('docs/errors.md', 'utf8')
const sections = document.split(/^## /m).slice(1)

test('docs/errors.md has one heading per code, in the order of the table', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(codes)
})

test.each(codes.map((code, at) => [code, sections[at] ?? ''] as const))(
  'the section of %s has the status, what happened, what it means for the workload and what to do',
  (code, section) => {
    expect(section.split('\n')[2]).toMatch(new RegExp(`^${statusByCode[code]} · \\S`))
    expect(section).toMatch(/\*\*The workload\.\*\* \S[\s\S]*\*\*What to do\.\*\* \S/)
  },
)

test.each([
  ['en', en],
  ['ko', ko],
] as const)('every code has a title and a hint in %s, and nothing else has', (_, messages) => {
  expect(Object.keys(messages.errors)).toEqual(codes)
  for (const code of codes) expect(Object.keys(messages.errors[code])).toEqual(['title', 'hint'])
})

test.each([
  ['en', en],
  ['ko', ko],
] as const)('every message of %s can be rendered, even by who knows none of its parameters', (locale, messages) => {
  const t = createTranslator({
    locale,
    messages,
    namespace: 'errors',
    onError: (error) => {
      throw error
    },
  })
  for (const code of codes) {
    for (const part of ['title', 'hint'] as const) expect(t(`${code}.${part}`, messageValues())).not.toMatch(/[{}]/)
  }
})
