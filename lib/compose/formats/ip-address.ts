/** Whether the text is an IPv4 or IPv6 address, without a zone. Source: Go, net.ParseIP. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}

/** Whether the address means all addresses of a node: 0.0.0.0 or ::. */
export function isUnspecified(text: string): boolean {
  return text === '0.0.0.0' || (isIpv6(text) && /^[0:]+$/.test(text))
}

function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':')) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)?.at(-1) ?? ''
  const endsAsIpv4 = last.includes('.')
  if (endsAsIpv4 && !isIpv4(last)) return false
  const all = groups.flat()
  const hex = endsAsIpv4 ? all.slice(0, -1) : all
  if (!hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false
  const length = hex.length + (endsAsIpv4 ? 2 : 0)
  return halves.length === 2 ? length <= 7 : length === 8
}
