import 'server-only'
import { live } from '@/lib/live/live'
import { stackLock } from '@/lib/operations/lock-keys'
import { listOpen } from '@/lib/store/operations'
import { store } from '@/lib/store/store'
import { orNull } from './or-null'
import { isOver } from './outcome'
import { whenOver } from './when-over'

/**
 * Waits while another operation is at work on the stack. What is planned meanwhile would be true for a moment: of a stack
 * that is just being removed, that there is nothing to do.
 */
export async function untilQuiet(stack: string, until: number, signal: AbortSignal): Promise<void> {
  const open = await listOpen(store(), live().snapshot().swarmId)
  const ahead = open.find((operation) => {
    const keys: string[] = JSON.parse(operation.lockKeys)
    return !isOver(operation.state) && keys.includes(stackLock(stack))
  })
  if (ahead && (await orNull(whenOver(ahead.id), until, signal))) await untilQuiet(stack, until, signal)
}
