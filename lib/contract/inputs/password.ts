import { z } from 'zod'
import { commonPasswords } from './common-passwords'

/**
 * Length and not being on everybody's list are all that is asked (OWASP ASVS 6.2): rules about digits and signs make
 * people choose `Password1!`. The messages are codes of the namespace `fields`.
 */
export const NewPassword = z
  .string('required')
  .min(8, 'password_too_short')
  .max(128, 'password_too_long')
  .refine((password) => !isCommon(password.toLowerCase()), 'password_too_common')

function isCommon(password: string): boolean {
  return commonPasswords.has(password) || new Set(password).size < 3
}

/** One that exists already, and may be older than the rules. */
export const KnownPassword = z.string('required').min(1, 'required').max(128, 'password_too_long')
