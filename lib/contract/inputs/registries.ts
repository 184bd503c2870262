import { z } from 'zod'
import { registryHost } from '@/lib/compose/formats/registry-host'

/** As image references have it: `docker.io` for Docker Hub, and no scheme. */
export const RegistryHost = z
  .string('required')
  .max(300, 'too_long')
  .transform((text, context) => {
    const host = registryHost(text)
    if (host !== null) return host
    context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'not_a_registry' })
    return z.NEVER
  })

/** Access tokens of some registries are whole JSON files. */
const Password = z.string('required').min(1, 'required').max(16_384, 'too_long')
const RegistryUser = z.string('required').trim().min(1, 'required').max(255, 'too_long')

export const RegistryRequest = z.strictObject({ host: RegistryHost, username: RegistryUser, password: Password })

/** Without a password: what is kept for the registry. */
export const RegistryLoginRequest = z.strictObject({
  host: RegistryHost,
  username: RegistryUser.optional(),
  password: Password.optional(),
})
