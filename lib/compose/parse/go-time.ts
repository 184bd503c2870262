/** A time in the two forms that the CLI shows it in. */
export type GoTime = { goText: string; jsonText: string }

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * The dates and times that yaml.v3 recognises without quotes: a zone is needed after T, and not allowed after a space.
 * Null for everything else, which stays text. Source: go-yaml, resolve.go; Go, time.Parse.
 */
export function parseGoTime(text: string): GoTime | null {
  const match = timestamp.exec(text)
  if (!match) return null
  const [, year = '', month = '', day = '', separator, hour = '0', minute = '0', second = '0', fraction = '', zone] =
    match
  if (separator !== undefined && (separator === ' ') !== (zone === undefined)) return null
  if (!isDate(Number(year), Number(month), Number(day))) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  if (zone !== undefined && zone !== 'Z' && !isOffset(zone)) return null

  const date = `${year}-${padded(month)}-${padded(day)}`
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, '')
  const time = `${padded(hour)}:${padded(minute)}:${padded(second)}${nanoseconds === '' ? '' : `.${nanoseconds}`}`
  const isUtc = zone === undefined || zone === 'Z' || /^[+-]00:00$/.test(zone)
  const offset = isUtc ? '+0000' : zone.replace(':', '')
  // Go has no name for a zone that is only an offset, and prints the offset twice.
  return {
    goText: `${date} ${time} ${offset} ${isUtc ? 'UTC' : offset}`,
    jsonText: `${date}T${time}${isUtc ? 'Z' : zone}`,
  }
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

function isOffset(zone: string): boolean {
  return Number(zone.slice(1, 3)) <= 24 && Number(zone.slice(4, 6)) < 60
}

function padded(digits: string): string {
  return digits.padStart(2, '0')
}
