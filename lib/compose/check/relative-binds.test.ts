import { expect, test } from 'vitest'
import { applyEdits } from '@/lib/compose/edit/apply-edits'
import { allFindings, convertText, serviceText } from '@/lib/compose/testing/convert-text'

function found(text: string, variables: Record<string, string> = {}) {
  return allFindings(convertText(text, { variables })).filter(({ code }) => code === 'bind_relative')
}

function corrected(text: string): string {
  return applyEdits('a.yaml', text, found(text)[0]?.edits ?? [])
}

test('a folder beside the file is told at its line, with the path that it becomes', () => {
  expect(found(serviceText('volumes:\n  - ./data:/var/data:ro\n'))).toMatchObject([
    {
      severity: 'warning',
      line: 5,
      column: 9,
      params: { service: 'a', source: './data', target: '/var/data', path: '/p/data' },
    },
  ])
})

test.each([
  ['the folder itself', 'volumes: [".:/d"]', '/p'],
  ['a folder above', 'volumes: ["../x:/d"]', '/x'],
  ['the long form', 'volumes: [{type: bind, source: x/y, target: /d}]', '/p/x/y'],
])('%s', (_name, lines, path) => {
  expect(found(serviceText(lines))).toMatchObject([{ params: { path } }])
})

test.each([
  ['a path of the nodes', 'volumes: ["/srv:/d"]'],
  ['a volume', 'volumes: ["data:/d"]'],
  ['a home folder, which has a finding of its own', 'volumes: ["~/x:/d"]'],
  ['a drive of Windows', 'volumes: ["C:/x:/d"]'],
  ['a mount without a source', 'volumes: [{type: tmpfs, target: /d}]'],
])('%s is none', (_name, lines) => {
  expect(found(serviceText(lines, 'volumes: {data: {}}\n'))).toEqual([])
})

test('one that comes from a variable is told too, and only a person can correct it', () => {
  const text = serviceText('volumes: ["$DATA/x:/d"]')
  expect(found(text, { DATA: './data' })).toMatchObject([{ params: { source: './data/x' }, edits: [] }])
})

test('the correction names a volume and declares it at the end, and is taken as it is then', () => {
  const text = serviceText('volumes:\n  - ./data:/d:ro # kept\n')
  expect(corrected(text)).toBe(`${serviceText('volumes:\n  - data:/d:ro # kept\n')}volumes:\n  data: {}\n`)
  expect(found(corrected(text))).toEqual([])
})

test('it declares it beside the volumes that there are, unless it is one of them', () => {
  const lines = 'volumes: ["./data:/d"]'
  expect(corrected(serviceText(lines, 'volumes:\n    logs: {}\n'))).toContain('volumes:\n    logs: {}\n    data: {}\n')
  expect(corrected(serviceText(lines, 'volumes:\n'))).toContain('\nvolumes:\n  data: {}\n')
  const declared = serviceText(lines, 'volumes:\n  data: {}\n')
  expect(corrected(declared)).toBe(declared.replace('./data', 'data'))
})

test.each([
  ['a file rather than a folder', serviceText('volumes: ["./nginx.conf:/etc/nginx.conf"]')],
  ['the folder itself', serviceText('volumes: [".:/d"]')],
  ['volumes in braces', serviceText('volumes: ["./data:/d"]', 'volumes: {logs: {}}\n')],
])('%s is corrected by nobody but a person', (_name, text) => {
  expect(found(text)).toMatchObject([{ edits: [] }])
})
