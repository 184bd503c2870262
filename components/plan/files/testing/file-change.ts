import type { ChangedLine, StackFileChange } from '@/lib/contract/stack-files'

/** What is said of the file of stack `shop` once one line of it is another. */
export function fileChange(keeper: StackFileChange['keeper'], line: ChangedLine): StackFileChange {
  return {
    stack: 'shop',
    keeper,
    files: [{ name: 'compose.yaml', becomes: null, lines: [line] }],
    comesBack: null,
    problem: null,
  }
}
