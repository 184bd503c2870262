import type { Migration } from 'kysely'
import { start } from './0001-start'
import { stacks } from './0002-stacks'
import { policies } from './0003-policies'
import { drift } from './0004-drift'
import { schedule } from './0005-schedule'

/** In order of their names. */
export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-stacks': stacks,
  '0003-policies': policies,
  '0004-drift': drift,
  '0005-schedule': schedule,
}
