import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

const built = fileURLToPath(new URL('../../dist/web', import.meta.url))

const security: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; " +
    "frame-src https://www.youtube-nocookie.com https://player.vimeo.com; object-src 'none'; base-uri 'none'; " +
    "frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
}

/** Scripts and styles obey the page that asks for them: said with each of fifty, its rules would cost more than some. */
const ofParts = { 'x-content-type-options': 'nosniff' }

/** Serves the built client: hashed files for ever, the page itself for every address that is not the API's. */
export function serveWebClient(app: Hono): void {
  const page = readFileSync(join(built, 'index.html'), 'utf8')
  app.use('*', async (c, next) => {
    await next()
    const isPart = c.req.path.startsWith('/assets/')
    for (const [name, value] of Object.entries(isPart ? ofParts : security)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  })
  app.use(
    '/assets/*',
    serveStatic({
      root: relative(process.cwd(), built) || '.',
      precompressed: true,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('/:file{[^/]+\\.\\w+}', serveStatic({ root: relative(process.cwd(), built) || '.' }))
  app.get('*', (c) =>
    c.req.path.startsWith('/assets/') ? c.notFound() : c.html(page, 200, { 'cache-control': 'no-cache' }),
  )
}
