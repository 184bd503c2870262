import 'server-only'
import { settings } from '@/lib/settings'

const g = globalThis as typeof globalThis & { skepFaultPointsPassed?: number }

/**
 * For tests: ends the process, as a power cut would, at the point that SKEP_FAULT_POINT names. Points inside a step carry
 * its index (`after-sent:1`); with `#2` it is the second time that counts, as in the operation that follows the first.
 */
export function faultPoint(name: string): void {
  const { faultPoint: wanted } = settings()
  if (wanted === null) return
  const [point, time = '1'] = wanted.split('#')
  if (point !== name) return
  g.skepFaultPointsPassed = (g.skepFaultPointsPassed ?? 0) + 1
  if (g.skepFaultPointsPassed === Number(time)) process.kill(process.pid, 'SIGKILL')
}
