import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { type CurlWish, curlLine, curlWishOf } from './curl-line'

const wish: CurlWish = {
  origin: 'https://skep.example.com',
  stack: 'todo',
  composeFiles: ['stack.yml'],
  files: [],
  variables: [],
  options: { resolveImage: 'always', prune: false, replicas: {} },
}

/** What a shell makes of the line: the arguments that curl gets. */
function argumentsOf(line: string, env: Record<string, string>): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`
  const output = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { ...process.env, ...env } })
  return output.split('\0').slice(0, -1)
}

test('the smallest line has the token from the environment, the file and the address', () => {
  expect(curlLine(wish)).toMatchInlineSnapshot(`
    "curl --fail-with-body -H "Authorization: Bearer $SKEP_TOKEN" \\
      -F compose=@stack.yml \\
      https://skep.example.com/api/stacks/todo/deployment"
  `)
})

test('files keep their paths, variables their values, and options are named where they differ', () => {
  const line = curlLine({
    ...wish,
    composeFiles: ['stack.yml', 'deploy/prod.yml'],
    files: ['./conf/nginx.conf'],
    variables: ['TAG'],
    options: { resolveImage: 'never', prune: true, replicas: { web: 'live' }, onFailure: 'undo' },
  })
  expect(argumentsOf(line, { SKEP_TOKEN: 'skp_x', TAG: "1.2;type='x' $(id) `id`" })).toEqual([
    '--fail-with-body',
    ...['-H', 'Authorization: Bearer skp_x'],
    ...['-F', 'compose=@stack.yml'],
    ...['-F', 'compose=@deploy/prod.yml;filename=deploy/prod.yml'],
    ...['-F', 'file=@conf/nginx.conf;filename=conf/nginx.conf'],
    ...['--form-string', "var=TAG=1.2;type='x' $(id) `id`"],
    ...['-F', 'prune=true'],
    ...['-F', 'resolveImage=never'],
    ...['-F', 'onFailure=undo'],
    ...['-F', 'replicas=web=live'],
    'https://skep.example.com/api/stacks/todo/deployment',
  ])
})

test('a variable that is not set sends nothing, an empty one counts', () => {
  const line = curlLine({ ...wish, variables: ['SKEP_TEST_TAG'] })
  expect(argumentsOf(line, { SKEP_TEST_TAG: '' })).toContain('var=SKEP_TEST_TAG=')
  expect(() => argumentsOf(line, {})).toThrow('SKEP_TEST_TAG')
})

test.each([
  ['my stack.yml', 'compose=@my stack.yml'],
  ["it's.yml", "compose=@it's.yml"],
  ['$(id).yml', 'compose=@$(id).yml'],
  ['a;b.yml', 'compose=@"a;b.yml"'],
  ['a"b.yml', 'compose=@"a\\"b.yml"'],
])('the file name %s reaches curl whole, and the shell runs nothing', (name, field) => {
  expect(argumentsOf(curlLine({ ...wish, composeFiles: [name] }), {})).toContain(field)
})

test('of a revision all files and the names of all variables are sent, of rebuilt files what there is', () => {
  const files = ['stack.yml', 'key.txt'].map((name) => ({ name, sizeBytes: 1 }))
  const options = { resolveImage: 'never', prune: true, replicas: {} } as const
  const revision = { files, composeFiles: ['stack.yml'], variables: { TAG: '1' }, sensitiveVariables: ['KEY'], options }
  expect(curlWishOf('todo', revision)).toEqual({
    ...{ stack: 'todo', composeFiles: ['stack.yml'], files: ['key.txt'], variables: ['TAG', 'KEY'], options },
  })
  expect(curlWishOf('todo', { files, composeFiles: ['stack.yml'] })).toMatchObject({ variables: [] })
})
