import { describe, expect, test } from 'vitest'
import { detectFormat } from './content-format'

const formatOf = (text: string) => detectFormat(new TextEncoder().encode(text))

describe('the format of a config is told from its content:', () => {
  const samples: [string, string, string][] = [
    ['json', 'an object', '{"a": 1, "b": [true, null]}'],
    ['json', 'a list', '[\n  {"a": 1}\n]\n'],
    ['json', 'a byte order mark before it', '\uFEFF{"a": 1}'],
    ['text', 'JSON with a mistake', '{"a": 1,, }'],
    ['yaml', 'a map', 'server:\n  port: 8080\n  tls: true\n'],
    ['yaml', 'a list of maps', '- job_name: node\n  static_configs:\n    - targets: [a:9100]\n'],
    ['yaml', 'several documents', '---\na: 1\n---\nb: 2\n'],
    ['yaml', 'comments first', '# hello\nglobal:\n  scrape_interval: 15s\n'],
    ['toml', 'sections and quoted values', '[log]\nlevel = "info"\n\n[entryPoints.web]\naddress = ":80"\n'],
    ['toml', 'a list over several lines', 'hosts = [\n  "a",\n  "b",\n]\nport = 80\n'],
    ['toml', 'arrays of tables', '[[inputs.cpu]]\npercpu = true\n'],
    ['toml', 'a long string', 'text = """\nno = toml here: at all\n"""\n'],
    ['ini', 'sections', '[mysqld]\nport = 3306\nskip-networking\nbind-address=0.0.0.0\n'],
    ['ini', 'properties', 'spring.datasource.url=jdbc:mysql://db/x\nlist=a,\\\n  b\n'],
    ['ini', 'an environment file', '# settings\nA=1\nexport B="two words"\n'],
    ['ini', 'quoted and bare values mixed', '[PHP]\nengine = On\ninclude_path = "."\n'],
    ['xml', 'a prologue', '<?xml version="1.0"?>\n<a><b/></a>\n'],
    ['xml', 'no prologue', '<configuration>\n  <appender/>\n</configuration>'],
    ['text', 'an nginx file', 'server {\n  listen 80;\n  location / { root /www; }\n}\n'],
    ['text', 'a hosts file', '127.0.0.1 localhost\n10.0.0.1 db\n'],
    ['text', 'a script', '#!/bin/sh\nA=1\necho $A\n'],
    ['text', 'a certificate', '-----BEGIN CERTIFICATE-----\nMIIB=\n-----END CERTIFICATE-----\n'],
    ['text', 'prose with a colon', 'Dear reader: this is a letter.\n'],
    ['text', 'prose', 'Hello world, this is\ntwo lines.\n'],
    ['text', 'nothing but a blank', ' '],
    ['yaml', 'a block of text in it', 'script: |\n  Dear reader: this\n  is { prose\nnext: 1\n'],
    ['yaml', 'quoted keys and flow', '"a key": {x: 1,\n  y: 2\n}\nb: [1, 2]\n'],
    ['yaml', 'aliases that would explode', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'],
  ]
  test.each(samples)('%s: %s', (format, _what, text) => {
    expect(formatOf(text)).toBe(format)
  })

  test('bytes that are not UTF-8 are binary', () => {
    expect(detectFormat(Uint8Array.of(0xff, 0xfe, 0x41))).toBe('binary')
  })

  test('text with NUL in it is binary', () => {
    expect(formatOf('a=1\u0000b')).toBe('binary')
  })

  test('multibyte characters are text, wherever the sample is cut', () => {
    expect(formatOf('한글 '.repeat(10_000))).toBe('text')
  })

  test.each(['x', '[', '{"a":', '- ', '? ', 'a: ', '&a ', '"\\\\', '\n a', 'a\n', 'k = [\n', '!', ' ', '\n'])(
    'a megabyte of %j is told within a blink, and does not bring the process down',
    (part) => {
      const data = new TextEncoder().encode(part.repeat(1_000_000 / part.length))
      const begin = process.cpuUsage()
      detectFormat(data)
      expect(process.cpuUsage(begin).user / 1000).toBeLessThan(500)
    },
  )
})
