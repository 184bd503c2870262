import { expect, test } from 'vitest'
import { withFittingNames } from './fit-names'

const file = (name: string) => ({ name, sizeBytes: 1, dataBase64: 'eA==' })

/** The names that are there in the end. */
function fitted(sent: string[], wantedFiles: string[], secretFiles: string[] = []) {
  const request = { files: ['stack.yml', ...sent].map(file), composeFiles: ['stack.yml'] }
  return withFittingNames(request, { wantedFiles, secretFiles })?.files.map(({ name }) => name) ?? null
}

test('a file that curl sent without its path is the one that is missing', () => {
  expect(fitted(['nginx.conf'], ['conf/nginx.conf'])).toEqual(['stack.yml', 'nginx.conf', 'conf/nginx.conf'])
  expect(fitted(['key.txt'], [], ['secrets/key.txt'])).toEqual(['stack.yml', 'key.txt', 'secrets/key.txt'])
})

test('what two could be, nobody is', () => {
  expect(fitted(['app.conf'], ['a/app.conf', 'b/app.conf'])).toBeNull()
})

test('what is there under its own name stays what it is', () => {
  expect(fitted(['conf/nginx.conf'], ['other/nginx.conf'])).toBeNull()
  expect(fitted(['key.txt'], [], ['key.txt'])).toBeNull()
  expect(fitted([], ['conf/stack.yml'])).toBeNull()
})
