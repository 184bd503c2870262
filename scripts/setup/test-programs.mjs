// @ts-check
import { existsSync } from 'node:fs'
import { commandPath, ensureCommands, installDebianPackages } from '../sandbox/machine/packages.mjs'
import { step } from './progress.mjs'

const koreanFonts = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** Debian's Chromium for the journeys, and fonts that have Korean. */
export async function installTestPrograms() {
  if (commandPath('chromium') && existsSync(koreanFonts)) return
  await step('installing Chromium and Korean fonts', async () => {
    await ensureCommands(console.log, ['chromium'])
    if (!existsSync(koreanFonts)) await installDebianPackages(['fonts-noto-cjk'], console.log)
  })
}
