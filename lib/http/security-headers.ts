/** What every answer carries, pages and data alike. Permissions: Skep needs none of what a browser could offer. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

export const transportSecurity = 'max-age=31536000'

/** For data: nothing in it runs, loads or is framed. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

/**
 * For pages. Only scripts with this answer's nonce run, and what these load; styles may be inline, since the primitives
 * that place menus and dialogs set them on elements.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    // React tells more about an error with eval, which it uses in development alone.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
