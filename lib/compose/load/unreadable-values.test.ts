import { expect, test } from 'vitest'
import { convertText, refusalOf, serviceText, stackOf } from '@/lib/compose/testing/convert-text'

/** The schema takes an unquoted date for a text; the CLI cannot read one where a list or a mapping belongs. */
test.each([
  'command: 2024-01-01',
  'entrypoint: 2024-01-01',
  'healthcheck: {test: 2024-01-01}',
  'build: 2024-01-01',
  'networks: {n: {ipv4_address: 2024-01-01}}',
  'networks: {n: {ipv6_address: 2024-01-01}}',
])('%s is refused', (lines) => {
  expect(refusalOf(serviceText(lines, 'networks: {n: {}}\n'))).toMatch(/^decode_wrong_type 4:/)
})

test('hosts for building are read as they come, and go nowhere', () => {
  expect(stackOf(serviceText('build: {context: ., extra_hosts: [x, 2024-01-01]}')).services).toHaveLength(1)
})

test('capabilities are written in capitals letter by letter', () => {
  const [service] = stackOf(serviceText('cap_add: [ß, "\u0085net_admin "]')).services
  expect(service?.TaskTemplate.ContainerSpec.CapabilityAdd).toEqual(['CAP_NET_ADMIN', 'CAP_ß'])
})

test('in a mapping of hosts, the colon after the name separates, and decides about the order', () => {
  const [service] = stackOf(serviceText('extra_hosts: {"a=b": c, "h;x": "1", h: "[::1]"}')).services
  expect(service?.TaskTemplate.ContainerSpec.Hosts).toEqual(['c a=b', '::1 h', '1 h;x'])
})

test('all networks that a service misses are told', () => {
  const result = convertText(serviceText('networks: [x, y]\n'))
  expect('refused' in result && result.refused.map(({ params }) => params.name)).toEqual(['x', 'y'])
})

test('a file that is missing is told before a name that is blank', () => {
  const config = (file: string) => serviceText('', `configs:\n  c:\n    name: " "\n    file: ${file}\n`)
  expect(refusalOf(config('none'))).toBe('object_file_missing 7:11')
  expect(refusalOf(config('f'), { files: { f: 'x' } })).toBe('name_blank 6:11')
})

/** What a network is called decides whether the schema looks at it; what it may be, the decoder decides then. */
test.each([
  '5',
  '[]',
  '{ipam: 5}',
  '{ipam: {config: {}}}',
  '{ipam: {config: [5]}}',
  '{labels: 5}',
  '{driver_opts: [a=b]}',
  '{external: "x"}',
])('a network of a name that no schema looks at cannot be %s', (value) => {
  expect(refusalOf(serviceText('', `networks: {"a b": ${value}}\n`))).toMatch(/^decode_wrong_type 4:/)
})

test('what its options and labels are does not matter, for nothing can use it', () => {
  const values = '{a: [1, x, ~], b: {d: 1}, e: true, f: ~}'
  const text = serviceText('', `networks: {"a b": {driver_opts: ${values}, labels: ${values}}}\n`)
  expect(stackOf(text).networks.map(({ Name }) => Name)).toEqual(['s_default'])
})

test.each(['{x1: }', '{x1: {soft: 1}}', '{x1: {}}'])(
  'limits of a name that no schema looks at are whole: %s',
  (value) => {
    expect(refusalOf(serviceText(`ulimits: ${value}`))).toMatch(/^decode_wrong_type 4:/)
  },
)
