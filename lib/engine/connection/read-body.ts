import 'server-only'
import { JsonArraySplitter } from './json-array-splitter'

export type Body = AsyncIterable<Buffer>

/**
 * The whole answer as JSON; `null` when it is empty. Throws when it breaks off. That it is a T is what the engine's
 * documentation says, and nobody else.
 */
export async function readJson<T>(body: Body): Promise<T> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return JSON.parse(text.trim() || 'null')
}

/** The elements of a JSON array, each parsed as it arrives, so that what `parse` drops is never held with the others. */
export async function readList<T>(body: Body, parse: (json: string) => T): Promise<T[]> {
  const elements: T[] = []
  const splitter = new JsonArraySplitter((element) => elements.push(parse(element.toString('utf8'))))
  for await (const chunk of body) splitter.push(chunk)
  splitter.end()
  return elements
}
