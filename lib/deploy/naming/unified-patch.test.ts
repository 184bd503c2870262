import { applyPatch } from 'diff'
import { expect, test } from 'vitest'
import { unifiedPatch } from './unified-patch'

const file = (name: string, text: string | Buffer) => {
  const bytes = Buffer.from(text)
  return { name, sizeBytes: bytes.length, dataBase64: bytes.toString('base64') }
}

test('what has changed is a patch that makes the one of the other, line ends and all', () => {
  const before = 'a\r\nname: v1\r\nb\r\n'
  const after = 'a\r\nname: v2\r\nb\r\n'
  const patch = unifiedPatch(
    [file('./compose.yaml', before), file('same', 'x')],
    [file('./compose.yaml', after), file('same', 'x')],
  )
  expect(patch).toBe('--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,3 +1,3 @@\n a\r\n-name: v1\r\n+name: v2\r\n b\r\n')
  expect(applyPatch(before, patch)).toBe(after)
})

test('what is no text, or was not given, is in no patch', () => {
  expect(unifiedPatch([file('a', Buffer.from([0xff]))], [file('a', 'x')])).toBe('')
  expect(unifiedPatch([{ name: 'a', sizeBytes: 1 }], [file('a', 'x'), file('b', 'y')])).toBe('')
})
