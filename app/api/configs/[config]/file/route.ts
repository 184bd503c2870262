import { engine } from '@/lib/engine/engine'
import { endpoint } from '@/lib/http/endpoint'
import { configOf } from '@/lib/http/objects'

/** The content byte for byte, as a download that no browser opens as a page. A config's name needs no quoting. */
export const GET = endpoint({ action: 'config.content.read', object: configOf }, async ({ object: { config } }) => {
  const { data } = await engine().readConfig(config.ID)
  return new Response(new Uint8Array(data), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${config.Spec.Name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
})
