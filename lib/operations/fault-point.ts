import 'server-only'
import { settings } from '@/lib/settings'

/**
 * For tests: ends the process, as a power cut would, at the point that SKEP_FAULT_POINT names. Points inside a step carry
 * its index (`after-sent:1`).
 */
export function faultPoint(name: string): void {
  if (settings().faultPoint === name) process.kill(process.pid, 'SIGKILL')
}
