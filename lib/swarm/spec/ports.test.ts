import { expect, test } from 'vitest'
import { service } from '@/lib/swarm/testing/service'
import { portsOf } from './ports'

test('a number that the engine chose is taken from the endpoint, and one that it has not told is null', () => {
  const wished = service({ Name: 'web', ports: [{ TargetPort: 80 }] })
  expect(portsOf({ ...wished, Endpoint: {} })).toEqual([
    { published: null, target: 80, protocol: 'tcp', mode: 'ingress' },
  ])
  expect(portsOf({ ...wished, Endpoint: { Ports: [{ TargetPort: 80, PublishedPort: 30001 }] } })).toMatchObject([
    { published: 30001 },
  ])
})

test('words that the CLI passes on as they were written are read as the engine reads them', () => {
  const ports = [
    { TargetPort: 53, PublishedPort: 53, Protocol: 'UDP', PublishMode: 'HOST' },
    { TargetPort: 80, PublishedPort: 8080, Protocol: 'nonsense', PublishMode: 'nonsense' },
  ]
  expect(portsOf(service({ Name: 'dns', ports }))).toEqual([
    { published: 53, target: 53, protocol: 'udp', mode: 'host' },
    { published: 8080, target: 80, protocol: 'tcp', mode: 'ingress' },
  ])
})
