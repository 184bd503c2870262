import { expect, test } from 'vitest'
import { convertText, refusalOf, serviceText, stackOf } from './testing/convert-text'

function codeOf(text: string, wish: Parameters<typeof convertText>[1] = {}): string {
  const result = convertText(text, wish)
  return 'refused' in result ? result.refused[0].code : 'taken'
}

const many = (count: number, make: (index: number) => string, separator = '\n') =>
  Array.from({ length: count }, (_, index) => make(index)).join(separator)

test.each([
  [
    'aliases of aliases',
    `x-a:\n${many(25, (i) => `  x${i}: &x${i} [${i === 0 ? 'a' : `*x${i - 1}, *x${i - 1}`}]`)}`,
    'too_many_nodes',
  ],
  [
    'merges of merges',
    `x-a:\n${many(25, (i) => `  x${i}: &x${i} {${i === 0 ? 'k: 1' : `<<: [*x${i - 1}, *x${i - 1}]`}}`)}`,
    'too_many_nodes',
  ],
  [
    'a chain of aliases',
    `x-a:\n${many(5000, (i) => `  x${i}: &x${i} [${i === 0 ? 'a' : `*x${i - 1}`}]`)}`,
    'too_many_nodes',
  ],
  ['10,000 brackets', `x-a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml_syntax'],
  ['10,000 braces', `x-a: ${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}`, 'yaml_syntax'],
  ['10,000 dashes', `x-a:\n  ${'- '.repeat(10_000)}a`, 'yaml_syntax'],
  ['5,000 question marks', `x-a:\n  ${'? '.repeat(5000)}`, 'yaml_syntax'],
  ['10,000 merge keys', `x-a: &a {k: 1}\nx-b: {${'<<: *a, '.repeat(10_000)}}`, 'yaml_duplicate_key'],
  ['10,000 merged aliases', `x-a: &a {k: 1}\nx-b: {<<: [${'*a, '.repeat(10_000)}]}`, 'taken'],
  ['100,000 keys', many(100_000, (i) => `k${i}: 1`), 'yaml_syntax'],
  ['a scalar of 1 MB', serviceText(`hostname: ${'a'.repeat(990_000)}`), 'taken'],
  ['a text of more than 1 MB', 'a'.repeat(1_000_001), 'text_too_long'],
  ['a NUL', 'services: {a: {image: "b\0"}}', 'text_control_character'],
  ['a lone surrogate', 'services: {a: {image: "b\ud800"}}', 'text_control_character'],
  ['a lone surrogate as an escape', 'services: {a: {image: "b\\ud800"}}', 'yaml_syntax'],
  ['a tab as indentation', 'services:\n\ta: {image: b}', 'yaml_syntax'],
])('%s', (_, text, code) => {
  expect(codeOf(text)).toBe(code)
})

/** 100,000 characters that make a careless pattern try everything. */
test.each([
  ['an image', (text: string) => `services: {a: {image: "${text}"}}`, ['a-', 'a.', 'a/', '-', 'A', 'a__']],
  ['a port', (text: string) => serviceText(`ports: ["${text}"]`), ['1', '1:', '1-', '[', '::']],
  ['a duration', (text: string) => serviceText(`stop_grace_period: "${text}x"`), ['1', '1s', '1.', '.']],
  ['a size', (text: string) => serviceText(`deploy: {resources: {limits: {memory: "${text}!"}}}`), ['1', '1 ', '1k']],
  ['CPUs', (text: string) => serviceText(`deploy: {resources: {limits: {cpus: "${text}!"}}}`), ['1', '1/', '_1', '0x']],
  ['a volume', (text: string) => serviceText(`volumes: ["${text}"]`), ['a', 'a:', '/', '~']],
  ['a command', (text: string) => serviceText(`command: "${text}"`), ['a ', "'", '# ']],
  ['a constraint', (text: string) => serviceText(`deploy: {placement: {constraints: ["${text}!"]}}`), ['a', '=', ' ']],
  ['a variable', (text: string) => serviceText(`hostname: "${text}"`), ['$', '$a', '$a-', '{', '$$']],
  ['a template', (text: string) => serviceText(`hostname: '${text}'`), ['{{', '{{.Task}}', '{{"a', '}}']],
  ['a service’s name', (text: string) => `services:\n  ? ${text}\n  : {image: b}`, ['a', 'a-', 'a_', '.']],
  [
    'a config’s name',
    (text: string) => `services: {}\nconfigs: {c: {file: a.yaml, name: "${text}!"}}`,
    ['a', 'a.', 'a-_'],
  ],
  ['a number', (text: string) => serviceText(`deploy: {replicas: ${text}}`), ['9', '0x', '1_', '1.']],
  ['a host', (text: string) => serviceText(`extra_hosts: ["a:${text}"]`), ['[', ']', '=']],
])('%s of 100,000 characters is looked at once', (_, textWith, parts) => {
  // What a careless pattern does with these does not end within a test's time.
  const codes = parts.map((part) => codeOf(textWith(part.repeat(100_000 / part.length))))
  expect(codes).toEqual(codes.map(() => expect.stringMatching(/^[a-z_]+$/)))
})

test('names that mean something to JavaScript are names like others', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
  const mapping = `{${names.map((name) => `${name}: x`).join(', ')}}`
  const stack = stackOf(
    `services: {${names.map((name) => `${name}: {image: "b:1", labels: ${mapping}, environment: ${mapping}}`).join(', ')}}\n`,
  )
  expect(stack.services.map(({ Name }) => Name)).toEqual(names.map((name) => `s_${name}`).toSorted())
  const [{ TaskTemplate } = expect.unreachable()] = stack.services
  expect(Object.keys(TaskTemplate.ContainerSpec.Labels).toSorted()).toEqual(
    [...names, 'com.docker.stack.namespace'].toSorted(),
  )
  expect(TaskTemplate.ContainerSpec.Env).toContain('__proto__=x')
  expect('x' in {}).toBe(false)
  expect(
    JSON.stringify(
      stackOf(`services: {a: {image: "b:1", networks: {constructor: {}}}}\nnetworks: {constructor: {}}\n`).networks,
    ),
  ).toContain('s_constructor')
})

test.each([
  [
    'variables',
    serviceText(`environment: [${many(2000, (i) => `"A${i}=$X"`, ',')}]`),
    { variables: { X: 'x'.repeat(100_000) } },
  ],
  ['ports', serviceText(`ports: [${many(200, (i) => `"1-65535:${i + 1}"`, ',')}]`), {}],
  [
    'env files',
    `services: {${many(500, (i) => `a${i}: {image: b, env_file: big}`)}}`.replaceAll('\n', ','),
    { files: { big: many(50_000, (i) => `A${i}=1`) } },
  ],
  [
    'secrets',
    `services: {}\nsecrets:\n${many(2000, (i) => `  s${i}: {file: big}`)}`,
    { files: { big: 'x'.repeat(400_000) } },
  ],
])('what %s multiply to is bounded', (_, text, wish) => {
  expect(codeOf(text, wish)).toBe('stack_too_large')
})

test('all ports there are can be published once', () => {
  const [service] = stackOf(serviceText('ports: ["1-65535:1-65535"]')).services
  expect(service?.EndpointSpec.Ports).toHaveLength(65_535)
})

test('files beside the stack are not reached by any path', () => {
  for (const path of ['/etc/passwd', '../../etc/passwd', '~/.ssh/id_rsa', 'file:///etc/passwd', '/proc/self/environ'])
    expect(refusalOf(`services: {}\nconfigs: {c: {file: "${path}"}}`)).toBe('object_file_missing 2:21')
})

test('variables of the process are not known', () => {
  expect(process.env.PATH).toBeTruthy()
  const [service] = stackOf(serviceText(`hostname: "x\${PATH}"\nenvironment: [PATH]`)).services
  expect(service?.TaskTemplate.ContainerSpec).toMatchObject({ Hostname: 'x', Env: ['PATH'] })
})
