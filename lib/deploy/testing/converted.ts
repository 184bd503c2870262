import { type ConvertedStack, convertStack } from '@/lib/compose/convert-stack'

type Wish = { stack?: string; files?: Record<string, string>; variables?: Record<string, string>; apiVersion?: string }

/** What a stack file makes, for the stack `shop`. Throws what is wrong with it. */
export function converted(
  text: string,
  { stack = 'shop', files = {}, variables = {}, apiVersion = '1.51' }: Wish = {},
) {
  const others = Object.entries(files).map(([name, content]) => ({ name, text: content }))
  const result = convertStack({
    stack,
    files: [{ name: 'compose.yaml', text }, ...others],
    composeFiles: ['compose.yaml'],
    variables,
    projectDir: '/stack',
    homeDir: null,
    apiVersion,
  })
  if ('refused' in result) throw new Error(result.refused[0].code)
  return result satisfies ConvertedStack
}
