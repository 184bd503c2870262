import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { severityByCode } from '@/lib/compose/finding-codes'
import { yamlProblems } from '@/lib/compose/yaml/yaml-problem'
import en from './en.json'
import ko from './ko.json'

const codes = Object.keys(severityByCode).toSorted()

describe.each([
  ['en', en],
  ['ko', ko],
] as const)('%s', (_, messages) => {
  const findings: Record<string, { title: string; hint: string }> = messages.compose.findings

  test('there is a title and a hint for each finding, and for nothing else', () => {
    expect(Object.keys(findings).toSorted()).toEqual(codes)
    const incomplete = Object.entries(findings).filter(([, { title, hint }]) => title === '' || hint === '')
    expect(incomplete).toEqual([])
  })

  test('each mistake in YAML has words of its own', () => {
    const { title = '' } = findings.yaml_syntax ?? {}
    const t = createTranslator({ locale: 'en', messages: { title } })
    const texts = yamlProblems.map((problem) => t.markup('title', { problem, subject: 'x' }))
    expect(new Set(texts).size).toBe(yamlProblems.length)
    expect(texts).not.toContain(t.markup('title', { problem: 'nothing of the kind', subject: 'x' }))
  })
})
