import type { ConvertedStack, RefusedStack } from '@/lib/compose/convert-stack'
import type { StackVariable } from '@/lib/contract/deploy'
import type { FilesWish } from '@/lib/deploy/files/convert-files'
import type { GivenStack } from '@/lib/deploy/files/convert-given'
import type { FilesAfter, NamingWish } from '@/lib/deploy/naming/files-after'
import type { NamingRefusal } from '@/lib/deploy/naming/name-in-files'

/** What the other thread can be asked. */
export type Question = { ask: 'files' | 'given'; wish: FilesWish } | { ask: 'after'; wish: NamingWish }

export type Answer =
  | { ask: 'files'; result: ConvertedStack | RefusedStack }
  | { ask: 'after'; after: FilesAfter | NamingRefusal | null }
  | { ask: 'given'; given: GivenStack; variables: StackVariable[] }
