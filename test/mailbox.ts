import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { World } from './world.ts'

/** The mails that an installation without a mail server wrote into its folder, readable, oldest first. */
function mailsIn(world: World): string[] {
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.map((name) =>
    readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='),
  )
}

/** Waits for a mail to this address with an invitation or a way to a new password, and answers its link's token. */
export const tokenMailedTo = (world: World, address: string): Promise<string> =>
  vi.waitFor(
    () => {
      const mail = mailsIn(world).findLast((text) => text.includes(`To: ${address}`))
      const token = mail?.match(/\/(?:invitation|reset)\/([0-9a-f-]{36}\.[\w-]{43})/)?.[1]
      if (!token) throw new Error(`No mail with a link has come to ${address}.`)
      return token
    },
    { timeout: 60_000, interval: 50 },
  )
