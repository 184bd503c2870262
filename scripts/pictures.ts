/** `npm run pictures`: every screen, in every look, to be looked at by people. */
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import config from '../playwright.config'
import { type Options, parseOptions, usage } from './pictures/options'
import { performOperations } from './pictures/performances'
import { takePictures } from './pictures/photographer'
import { openPlaces, type Place } from './pictures/places'
import { docsScenes, type OperationPaths, pathOf, type Scene, scenes } from './pictures/scenes'

const root = resolve(import.meta.dirname, '..')
const everything = join(root, '.cache/pictures')

async function main(options: Options): Promise<number> {
  const wanted = options.docs ? docsScenes : scenes.filter(({ name }) => isWanted(name, options.only))
  const folder = options.docs ? join(root, 'docs/pictures') : everything
  const places = openPlaces(options.sandbox)
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const faults = await photograph(browser, wanted, places, { ...options, folder })
    for (const fault of faults) console.error(fault)
    console.log(`the pictures are in ${folder}, ${faults.length} faults`)
    return faults.length > 0 ? 1 : 0
  } finally {
    await browser.close()
    await places.close(options.keep)
  }
}

const isWanted = (name: string, only: string[]) => only.length === 0 || only.some((word) => name.startsWith(word))

async function photograph(
  browser: Browser,
  wanted: Scene[],
  places: ReturnType<typeof openPlaces>,
  options: Options & { folder: string },
): Promise<string[]> {
  const needsOperations = wanted.some(({ path }) => typeof path !== 'string')
  const operations = needsOperations ? await makeOperations(browser, await places.get('full')) : null
  const faults: string[] = []
  for (const locale of options.locales) {
    for (const place of new Set(wanted.map((scene) => scene.place ?? 'full'))) {
      const here = wanted.filter((scene) => (scene.place ?? 'full') === place)
      console.log(`${here.length} scenes in ${place}, ${locale}`)
      const shots = here.map((scene) => ({ ...scene, path: pathOf(scene, operations) }))
      faults.push(...(await takePictures(browser, shots, { ...options, ...(await places.get(place)), locale })))
    }
  }
  return faults
}

async function makeOperations(browser: Browser, { server, cookies }: Place): Promise<OperationPaths> {
  console.log('making operations …')
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addCookies(cookies)
  const operations = await performOperations(await context.newPage(), server)
  await context.close()
  return operations
}

const options = parseOptions(process.argv.slice(2))
if (options.help) console.log(usage)
else void main(options).then((code) => (process.exitCode = code))
