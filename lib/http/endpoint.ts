import 'server-only'
import type { ZodType } from 'zod'
import { authorize, isAllowed } from '@/lib/auth/authorize'
import { assertOurHost, assertSameOrigin } from '@/lib/auth/origin'
import { recordRefusal } from '@/lib/auth/record-refusal'
import { sessionTokenOf } from '@/lib/auth/session-cookie'
import { findSession } from '@/lib/auth/sessions'
import type { SignedInUser } from '@/lib/auth/user'
import type { Action, ObjectRef } from '@/lib/contract/actions'
import { AppError } from '@/lib/errors/app-error'
import { clientAddress } from './client-address'
import { isRead, readInput } from './input'
import { problemResponse } from './problem-response'
import { answer } from './respond'

export type RouteParams = Readonly<Record<string, string>>

export type RouteHandler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  /** For the test that walks all routes: it proves that the handler was made here, and says what it demands. */
  readonly endpoint: { access: 'public' } | { access: 'user'; action: Action }
}

type RouteContext = { params: Promise<RouteParams> }
type Found = { ref: ObjectRef }

type InputOptions<I> = {
  /** Of the JSON body, or of the search parameters of a GET. */
  input?: ZodType<I>
  maxBodyBytes?: number
}

type GuardedOptions<F extends Found, I> = InputOptions<I> & {
  access?: 'user'
  action: Action
  /** Finds what the URL names in the snapshot, and throws not_found; see objects.ts. */
  object: (params: RouteParams) => F | Promise<F>
}

type PublicOptions<I> = InputOptions<I> & { access: 'public' }

type PublicCall<I> = { input: I; params: RouteParams; request: Request }

type Call<F, I> = PublicCall<I> & { object: F; user: SignedInUser }

/** Names, ids and numbers need no more; what carries contents says so with `maxBodyBytes`. */
const defaultMaxBodyBytes = 64 * 1024

/**
 * Makes a route handler. The order matters: what is cheap and needs no database first, then who asks, then whether he may,
 * and only then the body. Return a value for JSON, a Response for anything else, nothing for 204.
 */
export function endpoint<I = undefined>(
  options: PublicOptions<I>,
  handle: (call: PublicCall<I>) => unknown,
): RouteHandler
export function endpoint<F extends Found, I = undefined>(
  options: GuardedOptions<F, I>,
  handle: (call: Call<F, I>) => unknown,
): RouteHandler
export function endpoint<F extends Found, I>(
  options: PublicOptions<I> | GuardedOptions<F, I>,
  handle: (call: Call<F, I>) => unknown,
): RouteHandler {
  const run = async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      assertOurHost(request)
      if (!isRead(request)) assertSameOrigin(request)
      const params = await context.params
      const admitted = options.access === 'public' ? null : await admit(options, request, params)
      const input = await inputOf(options, request)
      // A public handler is typed without user and object, and does not see that they are missing.
      return answer(await handle({ ...(admitted as Admitted<F>), input, params, request }), request)
    } catch (error) {
      return answer(problemResponse(error, { method: request.method, path: new URL(request.url).pathname }), request)
    }
  }
  const demand =
    options.access === 'public' ? { access: 'public' as const } : { access: 'user' as const, action: options.action }
  return Object.assign(run, { endpoint: demand })
}

type Admitted<F> = { object: F; user: SignedInUser }

async function admit<F extends Found>(
  { action, object }: GuardedOptions<F, unknown>,
  request: Request,
  params: RouteParams,
): Promise<Admitted<F>> {
  const found = await findSession(sessionTokenOf(request))
  if (!found) throw new AppError('not_signed_in')
  const user = { ...found.user, sessionId: found.session.id, address: clientAddress(request) }
  const target = await object(params)
  if (!isAllowed(user, action, target.ref)) await recordRefusal(user, action, target.ref)
  authorize(user, action, target.ref)
  return { object: target, user }
}

/** Without a schema the body is the handler's own business. */
async function inputOf<I>(
  { input, maxBodyBytes = defaultMaxBodyBytes }: InputOptions<I>,
  request: Request,
): Promise<I> {
  if (input) return readInput(request, input, maxBodyBytes)
  return undefined as I
}
