import { z } from 'zod'
import { endpoint, type RouteHandler } from '@/lib/http/endpoint'
import { noParams, requestTo } from './requests'

export const service = { ref: { kind: 'service', name: 'shop_api', stack: 'shop' } }

/** An endpoint such as ours are, that does no more than it is told. */
export const scale = (handle: () => unknown = () => 'done') =>
  endpoint({ action: 'service.scale', object: () => service, input: z.strictObject({ replicas: z.int() }) }, handle)

export const cookie = (token: string) => ({ cookie: `skep-session=${token}` })

export const put = (token: string, body: unknown = { replicas: 3 }) =>
  requestTo({ method: 'PUT', headers: cookie(token), body })

export async function call(handler: RouteHandler, request: Request) {
  const response = await handler(request, noParams)
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}
