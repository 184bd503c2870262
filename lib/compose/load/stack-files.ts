import { absolutePath, cleanPath } from '@/lib/compose/formats/paths'

/** A file that was given along with the stack. Names are relative to the project directory, or absolute. */
export type StackFile = { name: string } & ({ text: string } | { bytes: Uint8Array })

export type FoundFile = { bytes: Uint8Array } | 'missing' | 'directory'

/** The files that `file:` and `env_file:` can name: those given, and no others, wherever a path may lead. */
export type StackFiles = { find(path: string): FoundFile }

export function stackFiles(files: readonly StackFile[], projectDir: string): StackFiles {
  const byPath = new Map(files.map((file) => [cleanPath(absolutePath(projectDir, file.name)), bytesOf(file)]))
  return {
    find(path) {
      const clean = cleanPath(path)
      const bytes = byPath.get(clean)
      if (bytes) return { bytes }
      const isAbove =
        clean === cleanPath(projectDir) || [...byPath.keys()].some((known) => known.startsWith(`${clean}/`))
      return isAbove ? 'directory' : 'missing'
    },
  }
}

/** As it was given. */
export function contentOf(file: StackFile): string | Uint8Array {
  return 'bytes' in file ? file.bytes : file.text
}

function bytesOf(file: StackFile): Uint8Array {
  return 'bytes' in file ? file.bytes : new TextEncoder().encode(file.text)
}
