import type { Allowance } from './allowance'
import { fileFindings } from './check/file-findings'
import { relativeBinds } from './check/relative-binds'
import { type Finding, finding, replacing, type TextEdit } from './finding'
import type { EnvFile } from './formats/env-file'
import { absolutePath, cleanPath } from './formats/paths'
import { interpolateFile } from './interpolate/interpolate-file'
import { loadFile } from './load/load-file'
import type { StackModel } from './load/model'
import { contentOf, type StackFile, stackFiles } from './load/stack-files'
import { mergeFiles } from './merge/merge-files'
import type { MappingNode } from './parse/compose-node'
import { type ParsedFile, parseFile } from './parse/parse-file'
import { ComposeRefusal } from './refusal'
import { forbiddenProperties } from './schema/forbidden'
import { refuseInvalid } from './schema/refuse-invalid'
import { newestMinor } from './schema/stack-rule'
import { minorOf, unsupportedVersion, versionOf } from './schema/version'

/** What is used up is used up by all files together. */
export type LoadRequest = {
  allowance: Allowance
  files: readonly StackFile[]
  composeFiles: readonly string[]
  variables: Readonly<Record<string, string>>
  projectDir: string
  homeDir: string | null
}

/** One Compose file: as it is written, with its variables put in, and what it says on its own. */
export type LoadedFile = ParsedFile & { interpolated: MappingNode; minor: number; model: StackModel }

export type LoadedStack = { files: LoadedFile[]; model: StackModel }

/** Reads all Compose files, then loads and merges them. Throws ComposeRefusal where the CLI would give up. */
export function loadStack(request: LoadRequest, report: (found: Finding) => void): LoadedStack {
  const [first, ...others] = request.composeFiles.map((name) => parseFile(name, contentOf(composeFile(name, request))))
  if (!first) throw new ComposeRefusal([finding('no_compose_file', null)])
  const load = (file: ParsedFile) => loadOne(file, versionOf(first.root), request, report)
  const base = load(first)
  const later = others.map(load)
  return { files: [base, ...later], model: mergeFiles([base.model, ...later.map(({ model }) => model)]) }
}

function composeFile(name: string, { files, projectDir }: LoadRequest): StackFile {
  const path = cleanPath(absolutePath(projectDir, name))
  const found = files.find((file) => cleanPath(absolutePath(projectDir, file.name)) === path)
  if (!found) throw new ComposeRefusal([finding('compose_file_missing', null, { file: name })])
  return found
}

/** Corrected by writing the first file's version into this one. */
function versionMismatch(root: MappingNode, first: string, second: string): Finding {
  const written = root.entries.get('version')?.value.place
  const { source, start } = root.place
  const isBlock = source.text[start] !== '{' && source.lineStarts.includes(start)
  const line: TextEdit = { file: source.name, start, end: start, text: `version: "${first}"\n` }
  const edits = written ? [replacing(written, JSON.stringify(first))] : isBlock ? [line] : []
  return finding('version_mismatch', written ?? root.place, { first, second }, edits)
}

/** The checks of one file in the order of the CLI. Source: docker/cli, cli/compose/loader/loader.go. */
function loadOne(
  file: ParsedFile,
  version: string,
  { files, projectDir, homeDir, variables, allowance }: LoadRequest,
  report: (found: Finding) => void,
): LoadedFile {
  const own = versionOf(file.root)
  for (const found of fileFindings(file, minorOf(own) ?? newestMinor)) report(found)
  if (own !== version) throw new ComposeRefusal([versionMismatch(file.root, version, own)])
  const [forbidden, ...others] = forbiddenProperties(file.root)
  if (forbidden) throw new ComposeRefusal([forbidden, ...others])

  const given = new Map(Object.entries(variables))
  const { root, findings } = interpolateFile(file.root, given, allowance)
  for (const found of [...findings, ...relativeBinds(root, projectDir)]) report(found)
  const minor = minorOf(version)
  if (minor === null) throw new ComposeRefusal([unsupportedVersion(file.root, version)])
  refuseInvalid(root, minor)
  const context = {
    files: stackFiles(files, projectDir),
    projectDir,
    homeDir,
    variables: given,
    allowance,
    envFiles: new WeakMap<Uint8Array, EnvFile>(),
    minor,
    report,
  }
  return { ...file, interpolated: root, minor, model: loadFile(root, context) }
}
