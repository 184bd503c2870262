import 'server-only'
import pino, { type Logger } from 'pino'
import { settings } from './settings'

/**
 * Members that are never written, wherever somebody may hand in a whole object. The rule stays that nobody logs a body;
 * this is the net below it.
 */
const secretMembers = [
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'cookie',
  'authorization',
  'value',
  'data',
]

const g = globalThis as typeof globalThis & { skepLog?: Logger }

/** JSON lines on stdout. Text of users and workloads goes into members, never into the message. */
export function log(): Logger {
  g.skepLog ??= pino({
    level: settings().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretMembers.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  })
  return g.skepLog
}
