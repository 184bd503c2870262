export type Advice = { verdict: 'empty' | 'short' | 'repetitive' | 'name' | 'fair' | 'good'; missing: number }

/** What the server refuses below. */
const shortest = 8
/** From here on guessing is no way in any more. */
const good = 15

/** A word of advice while a password is being typed. The server decides, and also knows the common ones. */
export function passwordAdvice(password: string, username: string): Advice {
  // Counted as the server does, by UTF-16 units.
  const missing = Math.max(0, shortest - password.length)
  const name = username.trim().toLowerCase()
  if (password === '') return { verdict: 'empty', missing }
  if (missing > 0) return { verdict: 'short', missing }
  if (new Set(password).size < 3) return { verdict: 'repetitive', missing }
  if (name.length >= 3 && password.toLowerCase().includes(name)) return { verdict: 'name', missing }
  return { verdict: password.length >= good ? 'good' : 'fair', missing }
}
