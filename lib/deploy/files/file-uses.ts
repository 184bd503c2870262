import { absolutePath, cleanPath } from '@/lib/compose/formats/paths'
import type { LoadedStack } from '@/lib/compose/load-stack'
import { type ComposeNode, childOf, entriesOf, itemsOf } from '@/lib/compose/parse/compose-node'
import { projectDir } from './convert-files'

/** The files that a stack names, by what they are for. Names as they are uploaded: relative to the first Compose file. */
export type FileUses = { environments: ReadonlySet<string>; configs: ReadonlySet<string>; secrets: ReadonlySet<string> }

export function fileUses({ files, model }: LoadedStack): FileUses {
  const own = ({ isExternal, driver }: { isExternal: boolean; driver: string }) => !isExternal && driver === ''
  return {
    environments: new Set(files.flatMap(({ interpolated }) => environmentFiles(interpolated))),
    configs: new Set([...model.configs.values()].filter(own).map(({ file }) => uploadedName(file))),
    secrets: new Set([...model.secrets.values()].filter(own).map(({ file }) => uploadedName(file))),
  }
}

/** A path of the stack as the name of a file that is uploaded with it. */
export function uploadedName(path: string): string {
  const clean = cleanPath(absolutePath(projectDir, path))
  const prefix = `${projectDir}/`
  return clean.startsWith(prefix) ? clean.slice(prefix.length) : clean
}

function environmentFiles(root: ComposeNode): string[] {
  return entriesOf(childOf(root, 'services')).flatMap(([, { value }]) => {
    const files = childOf(value, 'env_file')
    const nodes = files?.kind === 'list' ? itemsOf(files) : files ? [files] : []
    return nodes.flatMap((node) => (node.kind === 'text' ? uploadedName(node.value) : []))
  })
}
