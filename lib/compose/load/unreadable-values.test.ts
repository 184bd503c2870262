import { expect, test } from 'vitest'
import { refusalOf, serviceText, stackOf } from '@/lib/compose/testing/convert-text'

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
