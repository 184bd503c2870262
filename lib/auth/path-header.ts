/** Set by proxy.ts on each request for a page, since a page is not told its own path. */
export const pathHeader = 'x-skep-path'
