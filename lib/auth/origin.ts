import 'server-only'
import { AppError } from '@/lib/errors/app-error'
import { settings } from '@/lib/settings'

/**
 * Refuses a Host that is not ours: a page of another site can make its own name point at our address (DNS rebinding), and
 * the browser then takes it for ours.
 */
export function assertOurHost(request: Request): void {
  if (!originByHost(request)) throw new AppError('unknown_host', { host: request.headers.get('host') ?? '' })
}

/**
 * Refuses what another site made the browser send. A browser says where a request comes from in one of two headers at
 * least; a write without either is refused too, while a program may read without them.
 */
export function assertSameOrigin(request: Request, { isWrite }: { isWrite: boolean }): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isFromUs = origin === null || settings().origins.includes(origin)
  const isSameSite = site === null || site === 'same-origin' || site === 'none'
  const isTold = origin !== null || site !== null
  if (!isFromUs || !isSameSite || (isWrite && !isTold)) throw new AppError('foreign_origin', { origin: origin ?? '' })
}

/** Where the browser believes itself to be. Behind a proxy that rewrites Host only the Origin header of a write tells. */
export function originOf(request: Pick<Request, 'headers'>): string | null {
  const origin = request.headers.get('origin')
  if (origin && settings().origins.includes(origin)) return origin
  return originByHost(request)
}

function originByHost(request: Pick<Request, 'headers'>): string | null {
  const host = request.headers.get('host')?.toLowerCase()
  return settings().origins.find((origin) => new URL(origin).host === host) ?? null
}
