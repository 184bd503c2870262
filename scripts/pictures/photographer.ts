import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import type { Look } from './options'
import type { Place } from './places'
import type { Scene } from './scenes'

export type Shot = Omit<Scene, 'path'> & { path: string }

type Studio = Place & { looks: readonly Look[]; locale: 'en' | 'ko'; folder: string; check: boolean }

const sizes = {
  '1440': { width: 1440, height: 900 },
  '390': { width: 390, height: 844 },
  docs: { width: 1200, height: 750 },
}

/** Takes all looks of all scenes of one place in one language, and answers what is wrong with them. */
export async function takePictures(browser: Browser, shots: Shot[], studio: Studio): Promise<string[]> {
  const { locale } = studio
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
  })
  const page = await context.newPage()
  const faults: string[] = []
  let name = ''
  const complain = (fault: string) => faults.push(`${name} ${locale}: ${fault}`)
  page.on('pageerror', (error) => complain(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complain(message.text())
  })
  for (const shot of shots) {
    name = shot.name
    const { url } = studio.server
    await context.clearCookies()
    await context.addCookies([...(shot.isPublic ? [] : studio.cookies), { name: 'skep_locale', value: locale, url }])
    try {
      await play(page, shot, url)
      for (const look of studio.looks) await takePicture(page, look, studio, name, complain)
    } catch (error) {
      complain(`cannot be played: ${String(error).split('\n')[0]}`)
    }
  }
  await context.close()
  return faults
}

async function play(page: Page, shot: Shot, url: string): Promise<void> {
  await page.setViewportSize(sizes['1440'])
  await page.goto(url + shot.path)
  await page.locator('h1, h2').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('main .animate-breathe'))
  await page.evaluate(() => document.fonts.ready)
  await shot.act?.(page)
  await page.waitForTimeout(300)
}

/** The page as a whole, but no more than three screens of it. What was done on the page stays as it is. */
async function takePicture(
  page: Page,
  look: Look,
  { folder, locale, check }: Studio,
  name: string,
  complain: (fault: string) => void,
): Promise<void> {
  const size = sizes[look.size]
  await page.emulateMedia({ colorScheme: look.theme })
  await page.setViewportSize(size)
  await page.waitForTimeout(150)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (sideways > 0) complain(`scrolls sideways by ${sideways} px at ${look.size}`)
  if (look.size !== 'docs') await growTo(page, size)
  await page.screenshot({ path: `${folder}/${fileOf(name, look, locale)}` })
  if (check) for (const fault of await axeFaults(page)) complain(`${fault} at ${look.size} ${look.theme}`)
}

/** The README shows the scenes by their names alone. */
function fileOf(name: string, { size, theme }: Look, locale: string): string {
  return size === 'docs' ? `${name}.png` : `${name}.${size}.${theme}.${locale}.png`
}

/** Under an open dialog the page does not matter. */
async function growTo(page: Page, size: { width: number; height: number }): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const isOverlaid = (await page.getByRole('dialog').count()) > 0
  if (isOverlaid || height <= size.height) return
  await page.setViewportSize({ width: size.width, height: Math.min(height, size.height * 3) })
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.waitForTimeout(150)
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id} ${node.html.slice(0, 160)}`))
}
