export type Age = { unit: 'now' | 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'; value: number }

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/**
 * How long ago, in the largest unit that fits. The first minute counts in tens of seconds: seconds that tick in every row
 * would draw the eye to what does not matter. Negative values lie in the future.
 */
export function ageOf(at: number, now: number): Age {
  const elapsed = now - at
  const size = Math.abs(elapsed)
  const count = (unit: number) => Math.trunc(elapsed / unit)
  if (size < 10 * second) return { unit: 'now', value: 0 }
  if (size < minute) return { unit: 'second', value: Math.trunc(elapsed / (10 * second)) * 10 }
  if (size < hour) return { unit: 'minute', value: count(minute) }
  if (size < day) return { unit: 'hour', value: count(hour) }
  if (size < 60 * day) return { unit: 'day', value: count(day) }
  if (size < 730 * day) return { unit: 'month', value: count(30.44 * day) }
  return { unit: 'year', value: count(365.25 * day) }
}
