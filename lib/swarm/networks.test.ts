import { expect, test } from 'vitest'
import { networkName, networkRow, networkRows } from './networks'
import { network } from './testing/network'
import { service } from './testing/service'
import { snapshot } from './testing/snapshot'

const back = network({ Name: 'back', stack: 'todo', Options: { encrypted: '' }, Internal: true })
const ingress = network({ Name: 'ingress', Ingress: true })
const on = (Name: string, target: string) => service({ Name, template: { Networks: [{ Target: target }] } })

test('a network lists the services on it, whether they name it by id or by name', () => {
  const row = networkRow(snapshot(back, on('web', back.Id), on('api', 'back')), back)
  expect(row).toMatchObject({ usedBy: ['api', 'web'], stack: 'todo', isInternal: true, isEncrypted: true })
})

test('ingress is used by every service that publishes through it, and not by host ports', () => {
  const web = service({ Name: 'web', ports: [{ TargetPort: 80, PublishedPort: 80, PublishMode: 'ingress' }] })
  const dns = service({ Name: 'dns', ports: [{ TargetPort: 53, PublishedPort: 53, PublishMode: 'host' }] })
  expect(networkRows(snapshot(ingress, web, dns))).toMatchObject([{ isIngress: true, usedBy: ['web'] }])
})

test('the networks that every node has are listed only where a service uses them', () => {
  const predefined = (Name: string) => network({ Name, labels: { 'com.docker.swarm.predefined': 'true' } })
  const host = predefined('host')
  expect(networkRows(snapshot(host, predefined('bridge'), on('dns', host.Id))).map((row) => row.name)).toEqual(['host'])
})

test('a network that is in no list is called by its id', () => {
  expect(networkName(snapshot(back), back.Id)).toBe('back')
  expect(networkName(snapshot(), 'predefined-host')).toBe('predefined-host')
})
