import type { ConfigContent } from '@/lib/contract/data-objects'
import { engine } from '@/lib/engine/engine'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'
import { sha256 } from '@/lib/plan/digest'
import { detectFormat } from '@/lib/swarm/content-format'

/** The one read that asks the engine: contents are not kept in memory. */
export const GET = endpoint({ action: 'config.content.read', object: configOf }, async ({ object: { config } }) => {
  const { data } = await engine().readConfig(config.ID)
  return {
    name: config.Spec.Name,
    dataBase64: data.toString('base64'),
    sizeBytes: data.length,
    sha256: sha256(data),
    format: detectFormat(data),
  } satisfies ConfigContent
})
