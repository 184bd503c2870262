import { z } from 'zod'
import { KnownPassword, NewPassword } from './password'
import { Username } from './users'

export const SignInRequest = z.strictObject({ username: Username, password: KnownPassword })

export const PasswordRequest = z.strictObject({ current: KnownPassword, next: NewPassword })
