import { z } from 'zod'

/** No token lasts for ever: one that was forgotten in some pipeline must end by itself. */
const longestDays = 366

export const NewTokenRequest = z.strictObject({
  name: z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(60, 'too_long')
    .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'not_printable'),
  expiresInDays: z.int('required').min(1, 'too_small').max(longestDays, 'too_big'),
})
