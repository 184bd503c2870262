import { z } from 'zod'
import { RolloutFields } from './policies'

/** Source: moby/swarmkit, manager/controlapi: configs hold fewer than 1,024,000 bytes, secrets fewer than 512,000. */
const configLimitBytes = 1_024_000
export const secretLimitBytes = 512_000

/** What JSON and base64 make of the largest content, with room for the rest of the request. */
export const configBodyBytes = Math.ceil(configLimitBytes * 1.4)
export const secretBodyBytes = Math.ceil(secretLimitBytes * 1.4)

export const PlanDigest = z.string('required').regex(/^[0-9a-f]{64}$/, 'invalid_value')

export const bytesBelow = (limitBytes: number) =>
  z
    .base64('not_base64')
    .min(1, 'empty_content')
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length < limitBytes, 'content_too_large')

export const ScalePlanRequest = z.strictObject({ replicas: z.int().min(0).max(10_000) })
export const ScaleRequest = ScalePlanRequest.extend({ planDigest: PlanDigest })

const Rollout = z.strictObject({ ...RolloutFields, holdBefore: z.boolean() })

const Rotation = z.strictObject({
  /** Proposed when it is not given. */
  name: z.string().max(64, 'name_too_long').optional(),
  /** All that use it when not given. */
  serviceIds: z.array(z.string().max(64)).max(10_000).optional(),
  /** One service at a time and a person asked about failures, when not given. */
  rollout: Rollout.optional(),
})

export const RestorationPlanRequest = Rotation.omit({ name: true })
export const RestorationRequest = RestorationPlanRequest.extend({ planDigest: PlanDigest })

export const ConfigRotationPlanRequest = Rotation.extend({ contentBase64: bytesBelow(configLimitBytes) })
export const ConfigRotationRequest = ConfigRotationPlanRequest.extend({ planDigest: PlanDigest })

/** The value is no part of what is planned. */
export const SecretRotationPlanRequest = Rotation
export const SecretRotationRequest = Rotation.extend({
  valueBase64: bytesBelow(secretLimitBytes),
  planDigest: PlanDigest,
})

/** The secret's name is proposed when it is not given. */
export const MoveToSecretPlanRequest = Rotation.omit({ serviceIds: true })
export const MoveToSecretRequest = MoveToSecretPlanRequest.extend({ planDigest: PlanDigest })

export const MoveVariablePlanRequest = MoveToSecretPlanRequest.extend({ variable: z.string().min(1).max(256) })
export const MoveVariableRequest = MoveVariablePlanRequest.extend({ planDigest: PlanDigest })

/** Of a plan whose object is named by the URL alone. */
export const PlanRequest = z.strictObject({})
export const ApprovedRequest = z.strictObject({ planDigest: PlanDigest })

export const DecisionRequest = z.strictObject({
  choice: z.enum(['stop', 'undo', 'resume', 'supply_value', 'keep']),
  valueBase64: bytesBelow(secretLimitBytes).optional(),
})

export const InitSwarmPlanRequest = z.strictObject({ advertiseAddress: z.string().trim().min(1, 'required').max(255) })
export const InitSwarmRequest = InitSwarmPlanRequest.extend({ planDigest: PlanDigest })

const kind = z.enum(['config', 'secret'])
const names = z.array(z.string().min(1).max(64)).min(1).max(500)

export const CleanUpPlanRequest = z.strictObject({
  kinds: z.array(kind).min(1).max(2),
  families: names.optional(),
  keep: z.int().min(1).max(1000),
})
export const CleanUpRequest = CleanUpPlanRequest.extend({ planDigest: PlanDigest })

/** `family` null: each of the objects is a family of its own. */
export const FamilyPlanRequest = z.strictObject({ kind, names, family: z.string().min(1).max(64).nullable() })
export const FamilyRequest = FamilyPlanRequest.extend({ planDigest: PlanDigest })

/** Secrets by name, each of which is rotated by its family's policy. */
export const SecretRotationsPlanRequest = z.strictObject({ names })
export const SecretRotationsRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(64),
        successor: z.string().min(1).max(64),
        planDigest: PlanDigest,
        valueBase64: bytesBelow(secretLimitBytes),
      }),
    )
    .min(1)
    .max(100),
})

const objectName = z.string('required').min(1, 'required').max(64, 'name_too_long')
/** With `isPlan` the answer is the plan alone. The names of these URLs are free for objects, so no `…/plan` stands beside. */
const Creation = z.strictObject({ name: objectName, isPlan: z.boolean().optional() })

export const CreateConfigRequest = Creation.extend({ contentBase64: bytesBelow(configLimitBytes) })
export const CreateSecretRequest = Creation.extend({ valueBase64: bytesBelow(secretLimitBytes).optional() })
export const CreateNetworkRequest = Creation.extend({
  isAttachable: z.boolean(),
  isInternal: z.boolean(),
  isEncrypted: z.boolean(),
})
