import 'server-only'
import { type ZodType, z } from 'zod'
import { apiTokenOf, requireTokenUser } from '@/lib/auth/api-tokens'
import { authorize, isAllowed } from '@/lib/auth/authorize'
import { assertOurHost, assertSameOrigin } from '@/lib/auth/origin'
import { recordRefusal } from '@/lib/auth/record-refusal'
import { sessionTokenOf } from '@/lib/auth/session-cookie'
import { findSession } from '@/lib/auth/sessions'
import type { SignedInUser } from '@/lib/auth/user'
import type { Action, ObjectRef } from '@/lib/contract/actions'
import { AppError } from '@/lib/errors/app-error'
import { clientAddress } from './client-address'
import { isForm, readForm } from './form'
import { checkInput, isRead, readInput } from './input'
import { problemResponse } from './problem-response'
import { answer } from './respond'

export type RouteParams = Readonly<Record<string, string>>

export type RouteHandler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  /** For the test that walks all routes: it proves that the handler was made here, and says what it demands. */
  readonly endpoint: { access: 'public' } | { access: 'user'; action: Action; tokens: boolean }
}

/** Next resolves to nothing where the URL has no parameters. */
type RouteContext = { params: Promise<RouteParams | undefined> }
type Found = { ref: ObjectRef }

type InputOptions<I> = {
  /** Of the JSON body, or of the search parameters of a GET. */
  input?: ZodType<I>
  /** Makes the same of a multipart/form-data body, where programs without JSON are to be served too. */
  fromForm?: (form: FormData) => Promise<unknown>
  maxBodyBytes?: number
}

type GuardedOptions<F extends Found, I> = InputOptions<I> & {
  access?: 'user'
  action: Action
  /** Programs may call it with an API token. Never what manages users, sessions or tokens. */
  tokens?: boolean
  /** Finds what the URL names in the snapshot, and throws not_found; see objects.ts. */
  object: (params: RouteParams) => F | Promise<F>
}

type PublicOptions<I> = InputOptions<I> & { access: 'public' }

type PublicCall<I> = { input: I; params: RouteParams; request: Request }

type Call<F, I> = PublicCall<I> & { object: F; user: SignedInUser }

/** Names, ids and numbers need no more; what carries contents says so with `maxBodyBytes`. */
const defaultMaxBodyBytes = 64 * 1024

type PublicArguments<I> = [options: PublicOptions<I>, handle: (call: PublicCall<I>) => unknown]
type GuardedArguments<F extends Found, I> = [options: GuardedOptions<F, I>, handle: (call: Call<F, I>) => unknown]

/**
 * Makes a route handler. The order matters: what is cheap and needs no database first, then who asks, then whether he may,
 * and only then the body. Return a value for JSON, a Response for anything else, nothing for 204.
 */
export function endpoint<I = undefined>(...made: PublicArguments<I>): RouteHandler
export function endpoint<F extends Found, I = undefined>(...made: GuardedArguments<F, I>): RouteHandler
export function endpoint<F extends Found, I>(...made: PublicArguments<I> | GuardedArguments<F, I>): RouteHandler {
  const run = async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      assertOurHost(request)
      assertSender(request, made)
      const params = (await context.params) ?? {}
      return answer(
        await (isPublic(made) ? runPublic(made, request, params) : runGuarded(made, request, params)),
        request,
      )
    } catch (error) {
      return answer(problemResponse(error, { method: request.method, path: new URL(request.url).pathname }), request)
    }
  }
  return Object.assign(run, {
    endpoint: isPublic(made)
      ? publicDemand
      : { access: 'user' as const, action: made[0].action, tokens: made[0].tokens === true },
  })
}

const publicDemand = { access: 'public' } as const

function isPublic<F extends Found, I>(made: PublicArguments<I> | GuardedArguments<F, I>): made is PublicArguments<I> {
  return made[0].access === 'public'
}

/** A browser adds cookies by itself, and a token never: what comes with a token was sent by whoever has the token. */
function assertSender<F extends Found, I>(request: Request, made: PublicArguments<I> | GuardedArguments<F, I>): void {
  const isByToken = !isPublic(made) && apiTokenOf(request) !== null
  if (isByToken && !made[0].tokens) throw new AppError('token_refused', { reason: 'not_taken_here' })
  // A pipeline whose variable is empty: that it is no page of ours, which it is told otherwise, helps nobody.
  if (!isByToken && !isPublic(made) && made[0].tokens && isFromProgram(request)) {
    throw new AppError('token_refused', { reason: 'missing' })
  }
  if (!isByToken) assertSameOrigin(request, { isWrite: !isRead(request) })
}

/** Browsers say where a write comes from. */
function isFromProgram(request: Request): boolean {
  const { headers } = request
  const isTold = headers.has('origin') || headers.has('sec-fetch-site')
  return !isTold && !isRead(request) && sessionTokenOf(request) === null
}

async function runPublic<I>([options, handle]: PublicArguments<I>, request: Request, params: RouteParams) {
  return handle({ input: await inputOf(options, request), params, request })
}

async function runGuarded<F extends Found, I>(
  [options, handle]: GuardedArguments<F, I>,
  request: Request,
  params: RouteParams,
) {
  const { action } = options
  const user = await requireCaller(request)
  const object = await options.object(params)
  if (!isAllowed(user, action, object.ref)) await recordRefusal(user, action, object.ref)
  authorize(user, action, object.ref)
  return handle({ object, user, input: await inputOf(options, request), params, request })
}

/** With a token, cookies are not looked at. */
async function requireCaller(request: Request): Promise<SignedInUser> {
  const address = clientAddress(request)
  const token = apiTokenOf(request)
  if (token) {
    const { user, tokenId } = await requireTokenUser(token)
    return { ...user, sessionId: `token:${tokenId}`, address }
  }
  const found = await findSession(sessionTokenOf(request))
  if (!found) throw new AppError('not_signed_in')
  return { ...found.user, sessionId: found.session.id, address }
}

/** Without a schema there is no input, and the body is the handler's own business. */
async function inputOf<I>(
  { input, fromForm, maxBodyBytes = defaultMaxBodyBytes }: InputOptions<I>,
  request: Request,
): Promise<I> {
  if (input && fromForm && isForm(request)) {
    return checkInput(await fromForm(await readForm(request, maxBodyBytes)), input)
  }
  if (input) return readInput(request, input, maxBodyBytes)
  return z.custom<I>((value) => value === undefined).parse(undefined)
}
