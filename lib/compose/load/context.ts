import type { Allowance } from '@/lib/compose/allowance'
import type { Finding } from '@/lib/compose/finding'
import type { EnvFile } from '@/lib/compose/formats/env-file'
import type { StackFiles } from './stack-files'

/** What loading a file needs beside it. The environment is what was given, never that of the process. */
export type LoadContext = {
  files: StackFiles
  projectDir: string
  /** For a leading `~` in the source of a bind mount; null leaves it. */
  homeDir: string | null
  variables: ReadonlyMap<string, string>
  allowance: Allowance
  /** Those that were read already: many services name the same one. */
  envFiles: WeakMap<Uint8Array, EnvFile>
  /** Of version 3.x. */
  minor: number
  report: (finding: Finding) => void
}
