import { expect, test } from 'vitest'
import { isForm, readForm } from './form'

/** As curl 7.88 sends it. */
const boundary = '------------------------d74496d66958873e'
const body = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="compose"; filename="stack.yml"',
  'Content-Type: application/octet-stream',
  '',
  'services: {}\r\n',
  `--${boundary}`,
  'Content-Disposition: form-data; name="file"; filename="conf/한 %22q%22.conf"',
  'Content-Type: text/plain',
  '',
  '\u0000\u0001binary',
  `--${boundary}`,
  'Content-Disposition: form-data; name="var"',
  '',
  'TAG=1.2',
  `--${boundary}--`,
  '',
].join('\r\n')

function post(content: BodyInit, contentType = `multipart/form-data; boundary=${boundary}`): Request {
  const request = { method: 'POST', headers: { 'content-type': contentType }, body: content, duplex: 'half' }
  return new Request('http://localhost:3000/api/x', request)
}

test('a form of curl is read: files with their names and bytes, texts as they are', async () => {
  const form = await readForm(post(body), 10_000)
  const [compose, file] = [form.get('compose'), form.get('file')]
  if (!(compose instanceof File && file instanceof File)) throw new Error('these are files')
  expect([compose.name, await compose.text()]).toEqual(['stack.yml', 'services: {}\r\n'])
  expect([file.name, await file.text()]).toEqual(['conf/한 "q".conf', '\u0000\u0001binary'])
  expect(form.get('var')).toBe('TAG=1.2')
})

test('what is over the limit is cut off while it comes', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024).fill(32))
    },
  })
  await expect(readForm(post(endless), 100_000)).rejects.toMatchObject({ code: 'too_large' })
  expect(sent).toBeLessThan(1024 * 1024)
})

test.each([
  ['cut short', body.slice(0, -30)],
  ['no form at all', 'compose=stack.yml'],
  ['empty', ''],
])('a body that is %s is refused', async (_, broken) => {
  await expect(readForm(post(broken), 10_000)).rejects.toMatchObject({
    code: 'invalid_input',
    params: { reasons: ['not_a_form'] },
  })
})

test('only multipart/form-data is a form', () => {
  expect(isForm(post('', 'multipart/form-data; boundary=x'))).toBe(true)
  for (const type of ['application/json', 'multipart/mixed; boundary=x', 'multipart/form-data-x', 'text/plain']) {
    expect(isForm(post('', type))).toBe(false)
  }
})
