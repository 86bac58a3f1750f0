import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { resize, settled, still } from './settled.ts'

const folder = process.env.PICTURES

/**
 * Pictures of a whole page as it is, on a phone and wide, light and dark, `name-width-theme.png`, in the folder that
 * PICTURES names; without it none is taken.
 */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await resize(page, width)
      await settled(page)
      await still(page)
      const path = join(resolve(folder), `${name}-${width}-${colorScheme}.png`)
      await page.screenshot({ path, fullPage: true, scale: 'css' })
    }
}
