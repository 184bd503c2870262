/** A file that somebody dropped, chose or pasted. Its path has the folders that came with it. */
export type TakenFile = { path: string; bytes: Uint8Array }

/** Which of a folder's many YAML files is meant, in the order of likelihood. */
const usualNames = ['docker-stack', 'stack', 'compose', 'docker-compose']

/** The Compose files among what was taken, in the order of merging. Loose files are all meant; of a folder, one is. */
export function chooseCompose(files: readonly TakenFile[]): string[] {
  const candidates = files.filter(looksLikeCompose).map((file) => file.path)
  const isLoose = files.every(({ path }) => !path.includes('/'))
  if (isLoose) return candidates.toSorted(byOverride)
  const depth = Math.min(...candidates.map(depthOf))
  const near = candidates.filter((path) => depthOf(path) === depth).toSorted()
  const first = usualNames.flatMap((name) => near.filter((path) => stemOf(path) === name)).at(0) ?? near.at(0)
  if (!first) return []
  const override = near.find((path) => path !== first && stemOf(path) === `${stemOf(first)}.override`)
  return override ? [first, override] : [first]
}

function looksLikeCompose({ path, bytes }: TakenFile): boolean {
  if (!/\.ya?ml$/i.test(path)) return false
  return /^["']?(services|version|networks|volumes|configs|secrets)["']?\s*:/m.test(new TextDecoder().decode(bytes))
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const stemOf = (path: string) => nameOf(path).replace(/\.ya?ml$/i, '')
const depthOf = (path: string) => path.split('/').length

/** `compose.override.yaml` comes after `compose.yaml`, which the alphabet has the other way round. */
function byOverride(a: string, b: string): number {
  return Number(stemOf(a).endsWith('.override')) - Number(stemOf(b).endsWith('.override')) || (a < b ? -1 : 1)
}

/** A path as seen from the folder of the first Compose file, from which all names in it are read. */
export function pathFrom(composeFile: string, path: string): string {
  const folder = composeFile.split('/').slice(0, -1)
  const parts = path.split('/')
  let shared = 0
  while (shared < folder.length && shared < parts.length - 1 && folder[shared] === parts[shared]) shared++
  return [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/')
}
