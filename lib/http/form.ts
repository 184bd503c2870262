import 'server-only'
import { invalidInput } from '@/lib/errors/invalid-input'
import { readBytes } from './body'

export function isForm(request: Request): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
}

/**
 * The fields of a form with files, as `curl -F` sends it. The body is read up to its limit first: the parser itself
 * knows none.
 */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
  const bytes = await readBytes(request, maxBytes)
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  try {
    return await new Response(new Uint8Array(bytes), { headers }).formData()
  } catch {
    throw invalidInput([''], ['not_a_form'])
  }
}
