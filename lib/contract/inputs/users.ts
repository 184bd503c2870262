import { z } from 'zod'
import { NewPassword } from './password'

/** In lower case, so that Kim and kim are one. */
export const Username = z
  .string('required')
  .trim()
  .toLowerCase()
  .min(1, 'required')
  .max(64, 'too_long')
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'not_a_username')

const DisplayName = z.string('required').trim().min(1, 'required').max(100, 'too_long')

const RoleName = z.enum(['viewer', 'operator', 'admin'])

export const NewUserRequest = z.strictObject({
  username: Username,
  name: DisplayName,
  role: RoleName,
  password: NewPassword,
})

/** Only what is to change. */
export const UserChangeRequest = z.strictObject({
  name: DisplayName.optional(),
  role: RoleName.optional(),
  isDisabled: z.boolean().optional(),
  password: NewPassword.optional(),
})

/** The token is what stands behind the # of the set-up link. */
export const SetUpRequest = z.strictObject({
  token: z.string('required').min(1, 'required').max(100, 'too_long'),
  username: Username,
  name: DisplayName,
  password: NewPassword,
})
