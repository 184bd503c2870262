import { parseArgs } from 'node:util'

export const usage = `npm run pictures [-- OPTIONS]

Takes a picture of every screen at 1440×900 and 390×844, light and dark, in English and Korean, on a swarm of its own that
is full of things that run, change and fail. They go to .cache/pictures/. Needs a build (npm run build), Linux and root.

  --only WORDS       scenes whose name begins with one of these: --only stacks,service
  --size 1440|390    --theme light|dark    --locale en|ko     only these
  --docs             takes the three pictures of the README instead, into docs/pictures/
  --check            also looks for accessibility faults (axe)
  --keep             leaves the swarm for the next time
  --sandbox NAME     the swarm's name (pictures)

It ends with code 1 when a page scrolls sideways, throws, or has a fault.`

const sizes = ['1440', '390'] as const
const themes = ['light', 'dark'] as const
const locales = ['en', 'ko'] as const

export type Look = { size: (typeof sizes)[number] | 'docs'; theme: (typeof themes)[number] }

export type Options = ReturnType<typeof parseOptions>

export function parseOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      size: { type: 'string' },
      theme: { type: 'string' },
      locale: { type: 'string' },
      docs: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      sandbox: { type: 'string', default: 'pictures' },
      help: { type: 'boolean', default: false },
    },
  })
  const looks: Look[] = sizes.flatMap((size) => themes.map((theme) => ({ size, theme })))
  return {
    ...values,
    only: values.only.split(',').filter(Boolean),
    looks: values.docs
      ? [{ size: 'docs', theme: 'light' } as const]
      : looks.filter((look) => (values.size ?? look.size) === look.size && (values.theme ?? look.theme) === look.theme),
    locales: values.docs ? (['en'] as const) : locales.filter((locale) => (values.locale ?? locale) === locale),
  }
}
