import { AppError, isAppError, type Params } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/codes'

/** What was asked, as far as it decides what a failure means. */
export type Asked = {
  /** As DOCKER_HOST has it. */
  endpoint: string
  isWrite: boolean
  /** Our own time limit is over. */
  isTimedOut: boolean
  /** What it was about, for `not_found` and `name_taken`. */
  subject?: { kind: string; name: string }
}

type Rule = { when: RegExp; code: ErrorCode; params?: (text: string) => Params }

/**
 * The engine's status codes mislead: a conflict and a missing leader are both 500. So its words decide first, the status
 * only where the words say nothing. Texts of Engine 20.10 and 28, measured.
 */
const rules: Rule[] = [
  { when: /update out of sequence/, code: 'version_conflict' },
  {
    when: /is in use by the following service/,
    code: 'still_in_use',
    params: (text) => ({ services: servicesIn(text) }),
  },
  // Of a network; it names ids alone.
  { when: /is in use by (service|task)|has active endpoints/, code: 'still_in_use', params: () => ({ services: [] }) },
  { when: /port '\d+' is already in use/, code: 'port_taken', params: portIn },
  { when: /code = AlreadyExists|already exists/, code: 'name_taken' },
  { when: /only updates to Labels are allowed/, code: 'content_differs' },
  // A service that is to be made or changed needs it; said with 500, as if the engine had failed.
  {
    when: /network \S+ not found/,
    code: 'not_found',
    params: (text) => named('network', /network (\S+) not found/, text),
  },
  { when: /plugin "\S+" not found/, code: 'not_found', params: (text) => named('plugin', /plugin "(\S+)"/, text) },
  // What a person wrote is wrong, though the status is 500 or 501.
  { when: /constraint expected|code = Unimplemented|non-overlapping IPv4|invalid subnet/i, code: 'engine_refused' },
  { when: /does not have a leader/, code: 'no_quorum' },
  // Said with 503, as if it would pass.
  { when: /already part of a swarm/, code: 'engine_refused' },
  { when: /needs to be unlocked/, code: 'swarm_locked' },
  { when: /Worker nodes can't be used/, code: 'not_a_manager' },
  { when: /is not a swarm manager|is not part of a swarm/, code: 'not_in_swarm' },
  {
    when: /data must be larger than 0 and less than/,
    code: 'too_large',
    params: (text) => ({ limitBytes: Number(/less than (\d+)/.exec(text)?.[1]) }),
  },
]

/** The engine gave up in the middle, or lost its leader there: whether a write took place is not known. */
const brokenOff =
  /DeadlineExceeded|code = (Unavailable|Canceled|Aborted)|transport is closing|leadership|context canceled/

/** The one place that turns whatever the engine, the socket or the clock says into a failure that we can explain. */
export function translateError(error: unknown, asked: Asked): AppError {
  if (isAppError(error)) return error
  const status = statusOf(error)
  if (status === null) return translateBrokenConnection(error, asked)
  const engineText = textOf(error)
  if (brokenOff.test(engineText)) return interrupted(error, asked, { engineText })
  const rule = rules.find(({ when }) => when.test(engineText))
  const subject = asked.subject ?? {}
  if (rule) return new AppError(rule.code, { ...subject, ...rule.params?.(engineText), engineText }, error)
  if (status === 404) return new AppError('not_found', { ...subject, engineText }, error)
  return new AppError(status < 500 ? 'engine_refused' : 'engine_failed', { ...subject, engineText }, error)
}

function translateBrokenConnection(error: unknown, asked: Asked): AppError {
  if (asked.isTimedOut) return interrupted(error, asked, {})
  const reason = textMember(error, 'code') ?? 'unknown'
  if (asked.isWrite && !wasNeverSent(error, reason)) return interrupted(error, asked, { reason })
  // What came was no JSON: the other end is alive, but is it an engine?
  if (error instanceof SyntaxError) return new AppError('engine_failed', { engineText: error.message }, error)
  return new AppError('engine_unreachable', { endpoint: asked.endpoint, reason }, error)
}

function interrupted(error: unknown, asked: Asked, params: Params): AppError {
  if (asked.isWrite) return new AppError('outcome_unknown', { ...asked.subject, ...params }, error)
  return new AppError('engine_silent', { endpoint: asked.endpoint, ...params }, error)
}

/** Writes go over a connection of their own, so a failure to make it, TLS included, means that nothing was sent. */
function wasNeverSent(error: unknown, code: string): boolean {
  const call = textMember(error, 'syscall')
  return call === 'connect' || call === 'getaddrinfo' || /^(ERR_TLS|ERR_SSL|CERT_|EPROTO)|CERT|SIGNATURE/.test(code)
}

/** The status that docker-modem writes on its errors; null when there was no answer at all. */
function statusOf(error: unknown): number | null {
  const isAnswered = typeof error === 'object' && error !== null && 'statusCode' in error
  return isAnswered && typeof error.statusCode === 'number' ? error.statusCode : null
}

/** docker-modem wraps the engine's text: `(HTTP code 500) server error - TEXT `. */
function textOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^\(HTTP code \d+\) .*? - /s, '').trim()
}

function textMember(error: unknown, member: string): string | null {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, member) : null
  return typeof value === 'string' ? value : null
}

function named(kind: string, name: RegExp, text: string): Params {
  return { kind, name: name.exec(text)?.[1] ?? '' }
}

/** `port '80' is already in use by service 'web' (ID) as an ingress port` */
function portIn(text: string): Params {
  const [, port = '', service = ''] = /port '(\d+)' is already in use by service '([^']*)'/.exec(text) ?? []
  return { port: Number(port), service }
}

/** `config 'a' is in use by the following services: x, y` */
function servicesIn(text: string): string[] {
  const names = /following services?: (.*)$/s.exec(text)?.[1] ?? ''
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
