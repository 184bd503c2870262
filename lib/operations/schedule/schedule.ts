import 'server-only'
import { log } from '@/lib/log'
import { lookAtSchedule } from './look'

const g = globalThis as typeof globalThis & { skepSchedule?: NodeJS.Timeout }

/**
 * Each look begins one thing at the most: after days in which Skep was off, what is overdue is rotated one after the
 * other, and what finds no room in its hour has its turn tomorrow.
 */
const betweenLooksMs = 60_000

/** From now on, families are rotated by themselves where their policies say so. */
export function startSchedule(): void {
  stopSchedule()
  g.skepSchedule = setInterval(() => void look(), betweenLooksMs)
  g.skepSchedule.unref()
}

export function stopSchedule(): void {
  clearInterval(g.skepSchedule)
}

async function look(): Promise<void> {
  try {
    await lookAtSchedule(Date.now())
  } catch (error) {
    log().error({ err: error }, 'the schedule could not be looked at')
  }
}
