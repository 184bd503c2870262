import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

type Tokens = Map<string, [lightness: number, chroma: number, hue: number]>

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8')

function tokensOf(selector: string): Tokens {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  const opaque = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)
  return new Map([...opaque].map(([, name, l, c, h]) => [String(name), [Number(l), Number(c), Number(h)]]))
}

/** Relative luminance of an OKLCH colour, by way of Oklab and linear sRGB (the matrices are those of CSS Color 4). */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const colour = tokens.get(name)
    if (!colour) throw new Error(`There is no token ${name}`)
    return luminance(colour)
  })
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05)
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover']
const states = ['running', 'working', 'attention', 'failing']

const textPairs = [
  ...grounds.flatMap((ground) => ['ink', 'muted', 'faint', 'accent', ...states].map((text) => [text, ground])),
  ...states.map((state) => [state, `${state}-soft`]),
  ...states.map((state) => ['ink', `${state}-soft`]),
  ...states.map((state) => ['muted', `${state}-soft`]),
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'pressed'],
  ['on-accent', 'accent-solid'],
  ['on-accent', 'accent-solid-hover'],
  ['on-failing', 'failing-solid'],
].map(([text = '', ground = '']) => ({ text, ground }))

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('the %s theme', (_theme, selector) => {
  const tokens = tokensOf(selector)

  test.each(textPairs)('$text can be read on $ground', ({ text, ground }) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(grounds)('the focus ring can be seen on %s', (ground) => {
    expect(contrast(tokens, 'focus', ground)).toBeGreaterThanOrEqual(3)
  })
})

test('both themes have the same tokens', () => {
  expect([...tokensOf(':root[data-theme="dark"]').keys()]).toEqual([...tokensOf(':root').keys()])
})

test('in the dark theme what is raised is lighter', () => {
  const tokens = tokensOf(':root[data-theme="dark"]')
  const lightness = ['sunken', 'canvas', 'surface', 'raised'].map((name) => tokens.get(name)?.[0] ?? 0)
  expect(lightness).toEqual(lightness.toSorted((a, b) => a - b))
})
