import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { cairnOn } from '#app/cairn.ts'
import { buildIfStale } from '#app/web-build.ts'
import { paths } from '#paths'
import { connect } from '#platform/db/connect'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog } from '#platform/log'
import { freePort } from '#test/setup/server.ts'
import { chromiumPath } from '../e2e/chromium.ts'
import { loadOrganization } from './load.ts'
import { madeUpNetwork } from './made-up-network.ts'
import { table, whole, writePart } from './parts.ts'
import { startServer, stopServer } from './processes.ts'

const [people, links, turns, seconds] = [10_000, 100_000, 5, 4]
const log = createLog('warn')

interface Frames {
  /** Frames a second, and how long the slowest twentieth of them took at least, in milliseconds. */
  rate: number
  slow: number
}

/** Counts frames in the page while a key is pressed in each of them: moved in a circle, zoomed in and out. */
const countFrames = (page: Page, isMoving: boolean): Promise<Frames> =>
  page.evaluate(`new Promise((done) => {
    const keys = ['ArrowLeft', 'ArrowUp', '+', 'ArrowRight', 'ArrowDown', '-']
    const canvas = document.querySelector('canvas')
    const times = []
    const frame = (now) => {
      times.push(now)
      const key = keys[times.length % keys.length]
      if (${isMoving}) canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      if (now - times[0] < ${seconds * 1000}) return requestAnimationFrame(frame)
      const took = times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b)
      done({ rate: (1000 * took.length) / (now - times[0]), slow: took[Math.floor(took.length * 0.95)] })
    }
    requestAnimationFrame(frame)
  })`)

const sharp = (page: Page) => page.locator('canvas[data-drawn="all"]').waitFor({ timeout: 300_000 })

/** The page itself with a picture of many links, which is made up: everything else is asked of the server. */
async function measure(base: string, cookie: string) {
  const executablePath = await chromiumPath()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: base }])
    const [page, empty] = [await context.newPage(), await context.newPage()]
    const body = JSON.stringify(madeUpNetwork(people, links))
    await page.route(/\/api\/network\/people/, (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    )
    const start = performance.now()
    await page.goto(`${base}${paths.network}?view=people`)
    await sharp(page)
    const first = performance.now() - start
    const canvas = await page.locator('canvas').boundingBox()
    const rows: { moving: Frames; empty: Frames; sharp: number }[] = []
    while (rows.length < turns) {
      await empty.bringToFront()
      const reference = await countFrames(empty, false)
      await page.bringToFront()
      const moving = await countFrames(page, true)
      const end = performance.now()
      await sharp(page)
      rows.push({ moving, empty: reference, sharp: performance.now() - end })
      console.log(JSON.stringify(rows.at(-1)))
    }
    return { rows, first, size: body.length, canvas }
  } finally {
    await browser.close()
  }
}

function write({ rows, first, size, canvas }: Awaited<ReturnType<typeof measure>>): void {
  const rates = rows.map(({ moving }) => moving.rate).sort((a, b) => a - b)
  const middle = rates[rates.length >> 1] as number
  const one = (value: number) => value.toFixed(1)
  writePart(
    'bench:network',
    `## The picture of who learns from whom

Written by \`npm run bench:network\`: the page itself in Chromium without a graphics card (WebGL by SwiftShader, on the processors), with a made-up picture of ${whole(people)} people and ${whole(links)} links (${whole(size / 1024)} KB before compression), ${whole(canvas?.width ?? 0)} by ${whole(canvas?.height ?? 0)} pixels, moved or zoomed by a key in each frame for ${seconds} s, by turns with an empty page. While it moves every link is shown, as sharp as it was drawn last (docs/decisions/0028-who-learns-from-whom.md); “sharp” is how long after the last move all of them are drawn anew. From opening the page to the first sharp picture: ${one(first / 1000)} s.

30 frames a second or more in the middle turn: ${middle >= 30 ? 'met' : 'not met'} (${one(middle)}).

${table(
  ['turn', 'frames/s', 'empty page', 'to the empty page', 'slowest twentieth, ms', 'sharp, s'],
  rows.map(({ moving, empty, sharp: until }, at) => [
    at + 1,
    one(moving.rate),
    one(empty.rate),
    (moving.rate / empty.rate).toFixed(2),
    whole(moving.slow),
    one(until / 1000),
  ]),
)}
`,
  )
  console.log('BENCHMARKS.md has the table.')
}

const settings = {
  demo: true,
  uploadLimitMb: 10,
  smtpUrl: undefined,
  mailFrom: 'bench@localhost',
  publicUrl: 'http://127.0.0.1',
}

async function main(): Promise<void> {
  await buildIfStale(log)
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  chmodSync(folder, 0o755)
  const onError = (error: Error) => log.warn('a database connection broke', { error })
  const postgres = await startLocalPostgres({ dataDir: folder, log })
  try {
    const appUrl = await migrate(postgres.url, onError)
    const owner = connect(postgres.url, { max: 2, onError })
    const cairn = cairnOn({ config: { ...settings, dataDir: folder }, ownerUrl: postgres.url, appUrl, log })
    const { cookie } = await loadOrganization(cairn.runtime, owner, 100)
    await cairn.stop()
    await owner.end()
    const port = String(await freePort())
    const env = {
      PORT: port,
      BENCH_WEB: 'yes',
      BENCH_DATA: folder,
      BENCH_OWNER_URL: postgres.url,
      BENCH_APP_URL: appUrl,
    }
    const server = await startServer('./server.ts', env)
    write(await measure(`http://localhost:${port}`, cookie))
    await stopServer(server)
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
