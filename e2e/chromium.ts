import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { withLock } from '../src/platform/lock.mjs'

const cache = fileURLToPath(new URL('../.cache', import.meta.url))
const unpack = fileURLToPath(new URL('chromium-unpack.ts', import.meta.url))

/** The release of the package: another one brings another browser. */
function version(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const description = join(dirname(main), '../../package.json')
  return JSON.parse(readFileSync(description, 'utf8')).version
}

/** Takes away other releases, and what an unpacking left that was ended. */
function clear(): void {
  for (const name of readdirSync(cache).filter((one) => one.startsWith('chromium-')))
    rmSync(join(cache, name), { recursive: true })
}

/**
 * The path of the browser. The package unpacks it into the folder for temporary files, however many do so at once, and
 * takes for whole what one that was ended left there: so it unpacks into a folder of its own, which gets its name when
 * all is in it.
 */
export async function chromiumPath(): Promise<string> {
  const home = join(cache, `chromium-${version()}`)
  const unpackOnce = async () => {
    if (existsSync(home)) return
    clear()
    const partial = mkdtempSync(`${home}-`)
    chmodSync(partial, 0o755)
    await promisify(execFile)(process.execPath, [unpack], { env: { ...process.env, TMPDIR: partial } })
    chmodSync(join(partial, 'chromium'), 0o755)
    renameSync(partial, home)
  }
  if (!existsSync(home)) await withLock(join(cache, 'browser'), unpackOnce)
  return join(home, 'chromium')
}
