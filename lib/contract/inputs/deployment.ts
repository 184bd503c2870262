import { z } from 'zod'
import { PlanDigest } from './changes'
import { DeployFile, DeployOptions, DeployPlanRequest, Reason } from './deploy'

const longestWaitSeconds = 3600

/** What programs leave out is as with the CLI. */
const defaultOptions = { resolveImage: 'always', prune: false, replicas: {} } as const

const SentFile = DeployFile.extend({
  dataBase64: z.base64('not_base64'),
  sizeBytes: DeployFile.shape.sizeBytes.optional(),
}).transform((file) => ({ ...file, sizeBytes: Buffer.byteLength(file.dataBase64, 'base64') }))

/** Everything with the one request: no plan was approved beforehand. */
export const DeploymentRequest = DeployPlanRequest.extend({
  files: z.array(SentFile).max(1000, 'too_many'),
  variables: DeployPlanRequest.shape.variables.default({}),
  sensitiveVariables: DeployPlanRequest.shape.sensitiveVariables.default([]),
  options: DeployOptions.partial()
    .default({})
    .transform((options) => ({ ...defaultOptions, ...options })),
  reason: Reason.default(''),
  plan: z.literal('only').optional(),
  expectPlan: PlanDigest.optional(),
  wait: z.boolean().default(true),
  /** Seconds. */
  timeout: z.int().min(1, 'too_small').max(longestWaitSeconds, 'too_big').default(600),
})

/** Asks for the end of one that was begun. */
export const DeploymentQuery = z.strictObject({
  operation: z.string('required').min(1, 'required').max(64, 'too_long'),
  timeout: z.coerce.number().int().min(0, 'too_small').max(longestWaitSeconds, 'too_big').default(0),
})
