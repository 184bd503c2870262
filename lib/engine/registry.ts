import 'server-only'
import type { Transport } from './connection/transport'

export type ImageQuestion = { image: string; registryAuth: string | null; limitMs: number }

/** What the image's registry says: the digest that the name stands for now, and where it runs. */
export type Distribution = { digest: string; platforms: { Architecture?: string; OS?: string }[] }

type Answer = {
  Descriptor?: { digest?: string }
  Platforms?: { architecture?: string; os?: string }[] | null
}

/** Asks the registry through the engine, which has the way there. */
export async function inspectDistribution(
  transport: Transport,
  { image, registryAuth, limitMs }: ImageQuestion,
): Promise<Distribution> {
  const answer = await transport.read<Answer>(
    `/distribution/${image.split('/').map(encodeURIComponent).join('/')}/json`,
    {
      headers: registryAuth ? { 'X-Registry-Auth': registryAuth } : {},
      limitMs,
      lane: 'registry',
      subject: { kind: 'image', name: image },
    },
  )
  const platforms = (answer.Platforms ?? []).map(({ architecture, os }) => ({
    ...(architecture && { Architecture: architecture }),
    ...(os && { OS: os }),
  }))
  return { digest: answer.Descriptor?.digest ?? '', platforms }
}

export type RegistryLogin = { serverAddress: string; username: string; password: string }

/** Lets the engine log in at a registry. Resolves when it was let in, and else throws with the engine's words. */
export async function checkRegistryLogin(transport: Transport, login: RegistryLogin): Promise<void> {
  const { serverAddress, username, password } = login
  await transport.ask('/auth', { username, password, serveraddress: serverAddress })
}
