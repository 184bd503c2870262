/**
 * Remembers a choice for a year where the server can read it with the next request. By the old way, because the Cookie
 * Store API needs https, which a machine in the office network often does not have.
 */
export function setCookie(name: string, value: string, jar: { cookie: string } = document): void {
  jar.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`
}
