import type { ConvertedStack, RefusedStack } from '@/lib/compose/convert-stack'
import type { StackVariable } from '@/lib/contract/deploy'
import type { FilesWish } from '@/lib/deploy/files/convert-files'
import type { GivenStack } from '@/lib/deploy/files/convert-given'

/** What the other thread can be asked. */
export type Question = { ask: 'files' | 'given'; wish: FilesWish }

export type Answer =
  | { ask: 'files'; result: ConvertedStack | RefusedStack }
  | { ask: 'given'; given: GivenStack; variables: StackVariable[] }
