/** What a browser on our own page sends. */
export function sameOrigin(origin = 'http://localhost:3000'): Record<string, string> {
  return { host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin' }
}

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: unknown }

/** A request as our routes get it. Next gives them a URL of its own making, whatever the Host header says. */
export function requestTo({ method = 'GET', path = '/api/x', headers = {}, body }: Sent = {}): Request {
  return new Request(`http://0.0.0.0:3000${path}`, {
    method,
    headers: { ...sameOrigin(), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** As Next gives them to a route without parameters. */
export const noParams = { params: Promise.resolve(undefined) }
