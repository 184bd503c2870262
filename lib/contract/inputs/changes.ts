import { z } from 'zod'

/** Source: moby/swarmkit, manager/controlapi: configs hold fewer than 1,024,000 bytes, secrets fewer than 512,000. */
const configLimitBytes = 1_024_000
const secretLimitBytes = 512_000

/** What JSON and base64 make of the largest content, with room for the rest of the request. */
export const configBodyBytes = Math.ceil(configLimitBytes * 1.4)
export const secretBodyBytes = Math.ceil(secretLimitBytes * 1.4)

const PlanDigest = z.string('required').regex(/^[0-9a-f]{64}$/, 'invalid_value')

const bytesBelow = (limitBytes: number) =>
  z
    .base64('not_base64')
    .min(1, 'empty_content')
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length < limitBytes, 'content_too_large')

export const ScalePlanRequest = z.strictObject({ replicas: z.int().min(0).max(10_000) })
export const ScaleRequest = ScalePlanRequest.extend({ planDigest: PlanDigest })

const Rotation = z.strictObject({
  /** Proposed when it is not given. */
  name: z.string().max(64, 'name_too_long').optional(),
  /** All that use it when not given. */
  serviceIds: z.array(z.string().max(64)).max(10_000).optional(),
})

export const ConfigRotationPlanRequest = Rotation.extend({ contentBase64: bytesBelow(configLimitBytes) })
export const ConfigRotationRequest = ConfigRotationPlanRequest.extend({ planDigest: PlanDigest })

/** The value is no part of what is planned. */
export const SecretRotationPlanRequest = Rotation
export const SecretRotationRequest = Rotation.extend({
  valueBase64: bytesBelow(secretLimitBytes),
  planDigest: PlanDigest,
})

/** Of a plan whose object is named by the URL alone. */
export const PlanRequest = z.strictObject({})
export const ApprovedRequest = z.strictObject({ planDigest: PlanDigest })

export const DecisionRequest = z.strictObject({
  choice: z.enum(['undo', 'resume', 'supply_value', 'keep']),
  valueBase64: bytesBelow(secretLimitBytes).optional(),
})

export const InitSwarmPlanRequest = z.strictObject({ advertiseAddress: z.string().trim().min(1, 'required').max(255) })
export const InitSwarmRequest = InitSwarmPlanRequest.extend({ planDigest: PlanDigest })
