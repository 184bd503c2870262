import { z } from 'zod'
import { bytesBelow, PlanDigest, secretLimitBytes } from './changes'

/** Files of a stack in base64, with room for the rest of the request. */
export const deployBodyBytes = 16 * 1024 * 1024

const FileName = z
  .string()
  .min(1, 'required')
  .max(1024)
  .refine((name) => !name.includes('\0'), 'invalid_value')

export const DeployFile = z.strictObject({
  name: FileName,
  dataBase64: z.base64('not_base64').optional(),
  sizeBytes: z.int().min(0).max(deployBodyBytes),
})

const VariableName = z.string().min(1, 'required').max(256)

export const DeployOptions = z.strictObject({
  resolveImage: z.enum(['always', 'changed', 'never']),
  prune: z.boolean(),
  replicas: z.record(z.string().max(256), z.enum(['live', 'file'])),
  onFailure: z.enum(['ask', 'undo']).optional(),
})

export const Reason = z.string().max(2000)

export const DeployPlanRequest = z.strictObject({
  files: z.array(DeployFile).max(1000, 'too_many'),
  composeFiles: z.array(FileName).min(1, 'required').max(20, 'too_many'),
  variables: z.record(VariableName, z.string().max(256 * 1024)),
  sensitiveVariables: z.array(VariableName).max(1000, 'too_many'),
  options: DeployOptions,
})

/** A stack file of which one wants to know what it does not name yet. */
export const NamesRequest = DeployPlanRequest.pick({ files: true, composeFiles: true, variables: true })

export const DeployRequest = DeployPlanRequest.extend({ planDigest: PlanDigest, reason: Reason })

export const ServiceName = z.string().min(1, 'required').max(256)

/** Of one service, with the values that are masked otherwise. */
export const ValuesRequest = z.strictObject({ service: ServiceName })
export const PlanValuesRequest = DeployPlanRequest.extend({ service: ServiceName })

/** A field of a service that differs from the file. */
export const DriftedField = z.strictObject({ service: ServiceName, field: z.string().min(1, 'required').max(1024) })

/** `undoes`: the id of a removal, or of an undo, that this takes back. */
export const RollBackPlanRequest = z.strictObject({ undoes: z.string().min(1).max(64).optional() })

/** Values of secrets that have to be made again come with it. */
export const RollBackRequest = RollBackPlanRequest.extend({
  planDigest: PlanDigest,
  reason: Reason,
  secretValues: z.record(z.string().max(64, 'name_too_long'), bytesBelow(secretLimitBytes)).default({}),
})

const RevisionNumber = z.coerce.number().int().min(1)

export const CompareRequest = z.strictObject({ from: RevisionNumber, to: z.union([z.literal('live'), RevisionNumber]) })

/** Without an original, the file is rebuilt from what runs. */
export const AdoptionRequest = z.strictObject({
  reason: Reason,
  original: DeployPlanRequest.omit({ options: true }).optional(),
})
