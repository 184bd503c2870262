import type { DeployOptions } from '@/lib/contract/deploy'
import type { DeployWish } from '@/lib/deploy/deploy-context'
import { planDeploy } from '@/lib/deploy/plan-deploy'
import { imagesToResolve } from '@/lib/deploy/resolved'
import { emptySnapshot } from '@/lib/swarm/snapshot'
import { converted } from './converted'

type Wish = Omit<Partial<DeployWish>, 'options' | 'converted'> & {
  options?: Partial<DeployOptions>
  files?: Record<string, string>
  variables?: Record<string, string>
}

/** The plan for deploying a stack file. Every registry answers with the digest `sha256:1`, unless others are given. */
export function planned(text: string, { options: asked, files, variables, ...wish }: Wish = {}) {
  const { stack = 'shop', snapshot = emptySnapshot('swarm-1'), apiVersion = '1.51' } = wish
  const options: DeployOptions = { resolveImage: 'always', prune: false, replicas: {}, ...asked }
  const target = converted(text, { stack, apiVersion, ...(files && { files }), ...(variables && { variables }) })
  const images = wish.images ?? answered(imagesToResolve({ stack, converted: target, snapshot, options }))
  return planDeploy({ ...wish, stack, converted: target, snapshot, options, images, apiVersion })
}

export const digestOne = `sha256:${'1'.repeat(64)}`

function answered(images: string[]): DeployWish['images'] {
  return new Map(images.map((image) => [image, { digest: digestOne, platforms: [] }]))
}
