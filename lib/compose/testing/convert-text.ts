import { type ConvertedStack, convertStack, type RefusedStack } from '@/lib/compose/convert-stack'

import type { Finding } from '@/lib/compose/finding'

type Wish = {
  variables?: Record<string, string>
  files?: Record<string, string>
  /** Further Compose files, put over the first. */
  over?: string[]
  homeDir?: string | null
  apiVersion?: string
}

/** Converts the text of a Compose file as the stack `s`, below `/p`. */
export function convertText(text: string, wish: Wish = {}): ConvertedStack | RefusedStack {
  const { variables = {}, files = {}, over = [], homeDir = null, apiVersion = '1.41' } = wish
  const texts = [text, ...over].map((content, index) => ({ name: `${'abcd'[index]}.yaml`, text: content }))
  const others = Object.entries(files).map(([name, content]) => ({ name, text: content }))
  const composeFiles = texts.map(({ name }) => name)
  return convertStack({
    stack: 's',
    files: [...texts, ...others],
    composeFiles,
    variables,
    projectDir: '/p',
    homeDir,
    apiVersion,
  })
}

/** The stack of a text that is taken. */
export function stackOf(text: string, wish?: Wish): ConvertedStack {
  const result = convertText(text, wish)
  if ('refused' in result) throw new Error(`refused: ${findingText(result.refused[0])}`)
  return result
}

export function serviceText(lines: string, top = ''): string {
  const indented = lines.replaceAll(/^(?=.)/gm, '    ')
  return `services:\n  a:\n    image: b:1\n${indented}${indented.endsWith('\n') || indented === '' ? '' : '\n'}${top}`
}

/** What the text is refused for first: `code line:column`. */
export function refusalOf(text: string, wish?: Wish): string {
  const result = convertText(text, wish)
  return 'refused' in result ? findingText(result.refused[0]) : 'not refused'
}

/** What is said of a text: `code line:column`, in the order of the file. Codes of no interest may be left out. */
export function findingsOf(text: string, wish?: Wish): string[] {
  const result = convertText(text, wish)
  return allFindings(result).map(findingText)
}

export function allFindings(result: ConvertedStack | RefusedStack): Finding[] {
  return 'refused' in result ? [...result.refused, ...result.findings] : result.findings
}

function findingText({ code, line, column }: Finding): string {
  return line === null ? code : `${code} ${line}:${column}`
}
