import { expect, test } from 'vitest'
import type { ServiceBody } from '@/lib/compose/convert/bodies'
import { carriedOver } from './carried-over'

const body: ServiceBody = {
  Name: 'shop_web',
  Labels: { 'com.docker.stack.image': 'web', 'com.docker.stack.namespace': 'shop' },
  TaskTemplate: {
    ContainerSpec: {
      Image: 'web:latest',
      Labels: {},
      Privileges: { CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false },
    },
    Resources: {},
    Placement: { Constraints: ['node.role==worker'] },
    Networks: [],
    ForceUpdate: 0,
  },
  Mode: { Replicated: {} },
  EndpointSpec: {},
}

function carried(image: string) {
  const Placement = { Platforms: [{ Architecture: 'amd64', OS: 'linux' }] }
  const TaskTemplate = { ContainerSpec: { Image: image }, Placement, ForceUpdate: 3 }
  return carriedOver(body, { Name: 'shop_web', TaskTemplate }).TaskTemplate
}

test('an update keeps the digest and the platforms of an image that the file calls the same, and how often it was forced', () => {
  const image = `web:latest@sha256:${'a'.repeat(64)}`
  expect(carried(image)).toMatchObject({
    ContainerSpec: { Image: image },
    Placement: { Constraints: ['node.role==worker'], Platforms: [{ Architecture: 'amd64', OS: 'linux' }] },
    ForceUpdate: 3,
  })
})

test('it does not keep another image', () => {
  expect(carried('web:2').ContainerSpec.Image).toBe('web:latest')
})
