import { splitShellWords } from '@/lib/compose/formats/shell-words'
import type { DeployOptions as Options } from '@/lib/contract/deploy'
import { DeployOptions } from '@/lib/contract/inputs/deploy'
import type { Step } from './case-files'

export type DeployCommand = {
  composeFiles: string[]
  stack: string
  /** Null where our API does not take what the CLI was given. */
  options: Options | null
}

/** What a recorded step deploys; null if it is another command. */
export function deployCommandOf(
  { cmd, files = ['compose.yml'], args = [] }: Step,
  stack: string,
): DeployCommand | null {
  if (cmd === undefined) return { composeFiles: files, stack, options: readFlags(args).options }
  const words = wordsOf(cmd, stack)
  if (words.slice(0, 3).join(' ') !== 'docker stack deploy') return null
  const { options, composeFiles, names, input } = readFlags(words.slice(3))
  return { composeFiles: composeFiles.map((file) => (file === '-' ? input : file)), stack: names[0] ?? '', options }
}

/** A command line as the shell would split it. */
export function wordsOf(command: string, stack: string): string[] {
  const split = splitShellWords(command.replaceAll('STACK', stack))
  return 'words' in split ? split.words : []
}

function readFlags(words: readonly string[]) {
  const composeFiles: string[] = []
  const names: string[] = []
  let input = ''
  let resolveImage = 'always'
  let prune = false
  for (let index = 0; index < words.length; index += 1) {
    const [word, attached] = splitAttached(words[index] ?? '')
    const value = () => attached ?? words[++index] ?? ''
    if (word === '-c' || word === '--compose-file') composeFiles.push(...value().split(','))
    else if (word === '--resolve-image') resolveImage = value()
    else if (word === '--prune') prune = attached !== 'false'
    else if (word === '<') input = words[++index] ?? ''
    else if (!word.startsWith('-')) names.push(word)
  }
  const options = DeployOptions.safeParse({ resolveImage, prune, replicas: {} })
  return { composeFiles, names, input, options: options.success ? options.data : null }
}

/** `--flag=value` in two. */
function splitAttached(word: string): [string, string?] {
  const match = /^(--?[a-z-]+)=(.*)$/s.exec(word)
  return match ? [match[1] ?? '', match[2] ?? ''] : [word]
}
