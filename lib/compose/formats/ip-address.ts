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

/** An address as a number; null if it is none. */
export function addressValue(text: string): { value: bigint; bits: 32 | 128 } | null {
  if (isIpv4(text)) return { value: joined(text.split('.').map(Number), 8n), bits: 32 }
  if (!isIpv6(text)) return null
  const [head = '', tail] = text.split('::')
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')]
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  return { value: joined([...first, ...Array<number>(gap).fill(0), ...last], 16n), bits: 128 }
}

/** Of one half of an IPv6 address, which may end as an IPv4 one. */
function groupsOf(half: string): number[] {
  return half
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (!group.includes('.')) return [Number.parseInt(group, 16)]
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
      return [a * 256 + b, c * 256 + d]
    })
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) + BigInt(part), 0n)
}
