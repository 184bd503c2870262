/** What is to be written as YAML, with the spelling where a person has a choice. */
export type Tree =
  /** A text, read as nothing else. */
  | string
  | number
  | boolean
  | null
  /** A text where a number is as good, since it is printed: a label, a variable. */
  | { printed: string }
  /** As it stands: `0440`. */
  | { verbatim: string }
  /** Texts on one line: `["CMD", "curl"]`. */
  | { flow: readonly string[] }
  | readonly Tree[]
  | Branch

export type Branch = ReadonlyMap<string, Tree>

/** A mapping of what is there, in the order of the object. */
export function branch(entries: Readonly<Record<string, Tree | undefined>>): Branch {
  const given = Object.entries(entries).filter((entry): entry is [string, Tree] => entry[1] !== undefined)
  return new Map(given)
}

export function branchOrAbsent(entries: Readonly<Record<string, Tree | undefined>>): Branch | undefined {
  const made = branch(entries)
  return made.size === 0 ? undefined : made
}

export function isBranch(tree: Tree): tree is Branch {
  return tree instanceof Map
}
