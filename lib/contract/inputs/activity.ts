import { z } from 'zod'

/** Search parameters of `GET /api/activity`: `before` is the sequence that the last page ended with. */
export const ActivityQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().positive().optional(),
  text: z.string().trim().max(100, 'too_long').optional(),
  result: z.enum(['intent', 'done', 'refused', 'failed', 'unknown']).optional(),
})
