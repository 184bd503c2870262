import { expect, test } from 'vitest'
import { countPorts, parsePortSpec, publishedPorts } from './port-spec'

function ports(text: string): string[] | string {
  const spec = parsePortSpec(text)
  if ('problem' in spec) return spec.problem
  const found = publishedPorts(spec)
  expect(countPorts(spec)).toBe(found.length)
  return found.map(({ published, target }) => `${published}->${target}/${spec.protocol}`)
}

test.each([
  ['80', ['0->80/tcp']],
  ['8080:80', ['8080->80/tcp']],
  ['8080:80/UDP', ['8080->80/udp']],
  ['127.0.0.1:8080:80', ['8080->80/tcp']],
  ['[::1]::80', ['0->80/tcp']],
  ['80-81', ['0->80/tcp', '0->81/tcp']],
  ['9000-9002:80', ['9000->80/tcp', '9001->80/tcp', '9002->80/tcp']],
  // Sorted by text.
  ['109-110:9-10', ['110->10/tcp', '109->9/tcp']],
  ['99-101', ['0->100/tcp', '0->101/tcp', '0->99/tcp']],
  ['0080', ['0->80/tcp']],
])('%s', (text, expected) => {
  expect(ports(text)).toEqual(expected)
})

test.each([
  ['', 'no_container_port'],
  ['80:', 'no_container_port'],
  ['x:80', 'host_port'],
  ['80:x', 'container_port'],
  ['65536', 'container_port'],
  ['81-80', 'container_port'],
  ['1-2:1-3', 'range_lengths'],
  ['80/foo', 'protocol'],
  ['abc:1:80', 'ip'],
])('%j: %s', (text, problem) => {
  expect(ports(text)).toBe(problem)
})
