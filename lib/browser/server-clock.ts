/**
 * The server's clock, in the browser. Ages are differences between the server's times and now; a browser whose clock is
 * minutes off would show "in 3 minutes" for what just happened.
 */
let offsetMs = 0

/** Below this the difference is the message's own way through the network. */
const toleratedMs = 2000

export function setServerTime(serverTime: number): void {
  const difference = serverTime - Date.now()
  offsetMs = Math.abs(difference) > toleratedMs ? difference : 0
}

export function serverNow(): number {
  return Date.now() + offsetMs
}
