import 'server-only'
import { AppError } from '@/lib/errors/app-error'

/** Somebody who sends a byte now and then holds a connection and the memory of what came so far. */
const maxBodyTimeMs = 30_000

/** The body, never more of it in memory than is allowed, whatever Content-Length claims. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new AppError('too_large', { maxBytes })
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()
  if (!request.body) return Buffer.alloc(0)
  const reader = request.body.getReader()
  const timer = setTimeout(() => void reader.cancel('too slow').catch(() => undefined), maxBodyTimeMs)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > maxBytes) throw tooLarge()
      chunks.push(part.value)
    }
  } finally {
    clearTimeout(timer)
    await reader.cancel().catch(() => undefined)
  }
  return Buffer.concat(chunks)
}

export async function readText(request: Request, maxBytes: number): Promise<string> {
  return (await readBytes(request, maxBytes)).toString('utf8')
}
