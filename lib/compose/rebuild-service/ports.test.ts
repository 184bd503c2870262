import { expect, test } from 'vitest'
import { writeYaml } from '@/lib/compose/write/write-yaml'
import type { PortConfig } from '@/lib/swarm/engine-types'
import { portTrees } from './ports'

/** As the engine stores a port. */
function port(PublishedPort: number | undefined, TargetPort: number, rest: Partial<PortConfig> = {}): PortConfig {
  return { ...(PublishedPort && { PublishedPort }), TargetPort, Protocol: 'tcp', PublishMode: 'ingress', ...rest }
}

function written(...ports: PortConfig[]): string {
  return writeYaml(new Map([['ports', portTrees(ports)]]))
}

test('a port has the short form, unless it is published by the host or beyond all ports', () => {
  expect(
    written(
      port(undefined, 79),
      port(undefined, 53, { Protocol: 'udp' }),
      port(8080, 80),
      port(5353, 53, { Protocol: 'udp' }),
      port(81, 81, { PublishMode: 'host' }),
      port(82, 82, { PublishMode: 'host', Protocol: 'sctp' }),
      port(83, 70_000),
      port(84, 0),
    ),
  ).toMatchInlineSnapshot(`
    "ports:
      - 79
      - 53/udp
      - 8080:80
      - 5353:53/udp
      - target: 81
        published: 81
        mode: host
      - target: 82
        published: 82
        protocol: sctp
        mode: host
      - target: 70000
        published: 83
      - published: 84
    "
  `)
})

test('three ports in a row are a range, two are not', () => {
  expect(
    written(port(100, 10), port(101, 11), port(200, 20), port(201, 21), port(202, 22), port(203, 24)),
  ).toMatchInlineSnapshot(`
    "ports:
      - 100:10
      - 101:11
      - 200-202:20-22
      - 203:24
    "
  `)
})

test('ports in a row to one port are a range to that port', () => {
  expect(written(port(100, 80), port(101, 80), port(102, 80), port(103, 81))).toMatchInlineSnapshot(`
    "ports:
      - 100-102:80
      - 103:81
    "
  `)
})

test('what differs in protocol or mode ends a range', () => {
  const udp = { Protocol: 'udp' }
  const host = { PublishMode: 'host' }
  expect(
    written(port(1, 1, udp), port(2, 2, udp), port(3, 3, udp), port(4, 4), port(5, 5, host), port(6, 6, host)),
  ).toMatchInlineSnapshot(`
    "ports:
      - 1-3:1-3/udp
      - 4:4
      - target: 5
        published: 5
        mode: host
      - target: 6
        published: 6
        mode: host
    "
  `)
})
