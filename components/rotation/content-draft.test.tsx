import { expect, test } from 'vitest'
import { draftBytes, draftFromText, draftOfFile, draftToText, emptyDraft } from './content-draft'

const utf8 = (text: string) => new TextEncoder().encode(text)
const present = utf8('\u{feff}a\r\nb')

test('without a change the bytes are those of the present version, mark and line endings included', () => {
  expect(draftBytes(emptyDraft, present)).toBe(present)
  expect(draftBytes({ upload: null, text: 'a\r\nb' }, present)).toBe(present)
})

test('typed text keeps the byte order mark of the file it was typed into', () => {
  expect(draftBytes({ upload: null, text: 'a\r\nc' }, present)).toEqual(utf8('\u{feff}a\r\nc'))
})

test('an uploaded file is sent as it is, also when it is no text', async () => {
  const bytes = Uint8Array.from([0xff, 0x00, 0x80])
  const draft = await draftOfFile(new File([bytes], 'logo.bin'))
  expect(draft.upload?.fileName).toBe('logo.bin')
  expect(draftBytes(draft, present)).toEqual(bytes)
})

test('a file that is emptied has no bytes', () => {
  expect(draftBytes({ upload: null, text: '' }, utf8('a'))).toEqual(new Uint8Array())
})

test('a draft comes back as it was kept', () => {
  const draft = { upload: { fileName: 'a', dataBase64: 'AAE=' }, text: '한\n' }
  expect(draftFromText(draftToText(draft))).toEqual(draft)
})

test('what is no draft is not taken for one', () => {
  expect(draftFromText(null)).toBeNull()
  expect(draftFromText('{')).toBeNull()
  expect(draftFromText('{"text":1,"upload":null}')).toBeNull()
  expect(draftFromText('{"text":null,"upload":{"fileName":"a"}}')).toBeNull()
})
