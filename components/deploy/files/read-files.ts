import type { TakenFile } from '@/components/deploy/draft/choose-compose'

/** The engine takes no config of this size, and nothing else in a stack's folder is of use. */
const mostBytes = 1_024_000
const mostFiles = 500

/** Folders of tools, which may hold more files than anybody wants to read. */
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', 'vendor', '__pycache__'])

export type FilesRead = { files: TakenFile[]; tooLarge: string[]; isCutOff: boolean }

/** What somebody dropped: files as they are, folders with everything in them. Call it before the drop event has ended. */
export function readDrop(transfer: DataTransfer): Promise<FilesRead> {
  // After the event the list is empty, so all entries are taken at once.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const loose = [...transfer.files]
  return entries.length > 0 ? readEntries(entries) : readChosen(loose)
}

/** What somebody chose with a file or folder picker. Of a folder, paths begin with its name. */
export async function readChosen(files: readonly File[]): Promise<FilesRead> {
  const wanted = files
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !isSkipped(path))
  return readAll(wanted)
}

async function readEntries(entries: readonly FileSystemEntry[]): Promise<FilesRead> {
  const found: Found[] = []
  for (const entry of entries) await walk(entry, found)
  return readAll(found)
}

type Found = { path: string; file: File }

async function walk(entry: FileSystemEntry, found: Found[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isSkipped(path) || found.length > mostFiles) return
  if (isFile(entry)) found.push({ path, file: await fileOf(entry) })
  else if (isFolder(entry)) for (const child of await childrenOf(entry)) await walk(child, found)
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A reader gives some hundred at a time, and none when it is at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const next = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
  const all: FileSystemEntry[] = []
  for (let some = await next(); some.length > 0; some = await next()) all.push(...some)
  return all
}

/** Folders that begin with a dot, and those of tools; files such as `.env` are wanted. */
function isSkipped(path: string): boolean {
  const parts = path.split('/')
  return (
    parts.at(-1) === '.DS_Store' || parts.slice(0, -1).some((part) => part.startsWith('.') || skippedFolders.has(part))
  )
}

async function readAll(found: readonly Found[]): Promise<FilesRead> {
  const small = found.filter(({ file }) => file.size < mostBytes)
  const kept = small.slice(0, mostFiles)
  return {
    files: await Promise.all(
      kept.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
    tooLarge: found.filter(({ file }) => file.size >= mostBytes).map(({ path }) => path),
    isCutOff: small.length > mostFiles,
  }
}
