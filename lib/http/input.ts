import 'server-only'
import type { ZodType } from 'zod'
import { invalidInput } from '@/lib/errors/invalid-input'
import { readText } from './body'

/** Deeper than anything that we ask for; a parser or a walk over it must not be what finds out. */
const maxJsonDepth = 64

/** Next answers HEAD with the handler of GET. */
export function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** The search parameters of a GET, else the JSON body, as the schema has it. */
export async function readInput<T>(request: Request, schema: ZodType<T>, maxBodyBytes: number): Promise<T> {
  const raw = isRead(request)
    ? Object.fromEntries(new URL(request.url).searchParams)
    : parseJson(await readText(request, maxBodyBytes), request.headers.get('content-type'))
  return checkInput(raw, schema)
}

export function checkInput<T>(raw: unknown, schema: ZodType<T>): T {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => issue.path.join('.'))
  const reasons = parsed.error.issues.map(({ code, message }) => (/^[a-z_]+$/.test(message) ? message : code))
  throw invalidInput(fields, reasons)
}

/** Only JSON: other sites can make a browser send text/plain without asking us first. */
function parseJson(text: string, contentType: string | null): unknown {
  if (!contentType?.toLowerCase().startsWith('application/json') || depthOf(text) > maxJsonDepth) throw notJson()
  try {
    return JSON.parse(text)
  } catch {
    throw notJson()
  }
}

function notJson(): Error {
  return invalidInput([''], ['not_json'])
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at++
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}
