import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { cookieOf } from './journey'
import type { Server } from './server'

/** Between each two, a value may begin in the middle of what was encoded. The ends depend on what stood beside it. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return text.slice(offset === 0 ? 0 : offset + 1, -1)
  })
}

/**
 * A value in every form in which it could have been kept, by the form's name; texts are bytes as latin1. What is short of
 * a value, such as a hash of it, counts: nothing may be told by comparing two of them.
 */
export function formsOf(value: string): Record<string, string> {
  const bytes = Buffer.from(value)
  const json = JSON.stringify(value).slice(1, -1)
  const [aligned = '', second = '', third = ''] = base64Forms(bytes)
  const latin1 = (text: string) => Buffer.from(text).toString('latin1')
  const hash = (algorithm: string) => createHash(algorithm).update(bytes).digest()
  return {
    'as it is': latin1(value),
    'in JSON': latin1(json),
    'in JSON in JSON': latin1(JSON.stringify(json).slice(1, -1)),
    'in JSON without other letters than ASCII': json.replaceAll(
      /[^ -~]/g,
      (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    'in base64': aligned,
    'in base64, after one byte': second,
    'in base64, after two bytes': third,
    'in base64 for URLs': aligned.replaceAll('+', '-').replaceAll('/', '_'),
    'in hex': bytes.toString('hex'),
    'in capital hex': bytes.toString('hex').toUpperCase(),
    'in a URL': encodeURIComponent(value),
    'in a form': new URLSearchParams({ value }).toString().slice('value='.length),
    'in HTML': latin1(value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')),
    'in UTF-16': Buffer.from(value, 'utf16le').toString('latin1'),
    'in UTF-16, the other way round': Buffer.from(value, 'utf16le').swap16().toString('latin1'),
    'as a list of bytes': [...bytes].join(','),
    backwards: Buffer.from([...bytes].toReversed()).toString('latin1'),
    'as SHA-256': hash('sha256').toString('hex'),
    'as SHA-256 in base64': hash('sha256').toString('base64').replace(/=+$/, ''),
    'as SHA-1': hash('sha1').toString('hex'),
    'as MD5': hash('md5').toString('hex'),
  }
}

/** Which forms of which values a text has; also where the text, or a part of it, is packed. */
export function tracesOf(text: string, values: readonly string[]): string[] {
  const texts = [text, ...unpacked(Buffer.from(text, 'latin1'))]
  return values.flatMap((value) =>
    Object.entries(formsOf(value)).flatMap(([name, form]) => (texts.some((each) => each.includes(form)) ? [name] : [])),
  )
}

const gzipStart = Buffer.from([0x1f, 0x8b, 0x08])

/** Whatever is gzip in it, wherever it begins; and the whole, as the other ways of packing have no sign of their own. */
function unpacked(bytes: Buffer): string[] {
  const starts: number[] = []
  for (let at = bytes.indexOf(gzipStart); at >= 0; at = bytes.indexOf(gzipStart, at + 1)) starts.push(at)
  const attempts = [
    ...starts.map((at) => () => gunzipSync(bytes.subarray(at))),
    () => inflateSync(bytes),
    () => brotliDecompressSync(bytes),
  ]
  return attempts.flatMap((unpack) => {
    try {
      return [unpack().toString('latin1')]
    } catch {
      return []
    }
  })
}

export type Recorder = {
  /** All bodies and headers that the server answered with. */
  answers: () => Promise<string>
  /** Addresses and headers of all requests. */
  requests: () => string
  /** Of those whose body has this value. */
  carriers: (value: string) => string[]
}

/** Collects what passes between this page and the server, but for the event stream, which never ends. */
export function record(page: Page): Recorder {
  const answers: Promise<string>[] = []
  const asked: string[] = []
  const bodies: { line: string; body: string }[] = []
  page.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())}`)
    bodies.push({ line: `${request.method()} ${new URL(request.url()).pathname}`, body: request.postData() ?? '' })
  })
  page.on('response', (response) => {
    if (response.url().includes('/api/events')) return
    const heads = JSON.stringify(response.headers())
    answers.push(
      response.body().then(
        (body) => `${heads} ${body.toString('latin1')}`,
        () => heads,
      ),
    )
  })
  return {
    answers: async () => (await Promise.all(answers)).join('\n'),
    requests: () => asked.join('\n'),
    carriers: (value) => {
      const encoded = Buffer.from(value).toString('base64')
      return bodies.filter(({ body }) => body.includes(encoded)).map(({ line }) => line)
    },
  }
}

/** All that the event stream tells to whoever is signed in as this page is. */
export async function recordStream(page: Page, { url }: Server, topics: string[]): Promise<() => Promise<string>> {
  const stop = new AbortController()
  const answer = await fetch(`${url}/api/events?topics=${topics.join()}`, {
    headers: { cookie: await cookieOf(page) },
    signal: stop.signal,
  })
  let told = ''
  const end = answer.body
    ?.pipeTo(
      new WritableStream({
        write: (chunk: Uint8Array) => {
          told += Buffer.from(chunk).toString('latin1')
        },
      }),
    )
    // The server's end, or ours.
    .catch(() => {})
  return async () => {
    stop.abort()
    await end
    return told
  }
}

/** The document, what its fields hold, and everything that the browser keeps for this address. */
export async function browserTraces(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const cacheNames = 'caches' in window ? await caches.keys() : []
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value)
    const stores = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]
    return JSON.stringify([fields, stores, history.state, location.href, databases, cacheNames])
  })
  return Buffer.from((await page.content()) + kept).toString('latin1')
}

/** Files of all folders, with their names. */
export async function filesIn(...folders: string[]): Promise<string> {
  const lists = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })))
  const files = lists.flat().filter((entry) => entry.isFile())
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => `${name}\n${await readFile(join(parentPath, name), 'latin1')}`),
  )
  return texts.join('\n')
}
