import type { Hono } from 'hono'
import type pg from 'pg'
import { problemResponse } from '#platform/http/problems'
import { speechFor } from '#platform/http/speech'
import type { Catalog } from '#platform/i18n/catalog'
import { Problem } from '#platform/problem'

const patience = 2000
const headers = { 'cache-control': 'no-store' }

/**
 * Two addresses for whoever watches over the process: /health/live answers as long as it runs, /health only while it
 * can serve, which takes its database. However many ask at once, the database is asked once.
 */
export function serveHealth(app: Hono, pool: pg.Pool, catalog: Catalog): void {
  let asking: Promise<void> | null = null
  const ask = () => {
    asking ??= askDatabase(pool).finally(() => {
      asking = null
    })
    return asking
  }
  app.get('/health/live', (c) => c.json({ status: 'live' }, 200, headers))
  app.get('/health', async (c) => {
    try {
      await ask()
      return c.json({ status: 'ready' }, 200, headers)
    } catch (error) {
      return problemResponse(error, speechFor(catalog, c))
    }
  })
}

async function askDatabase(pool: pg.Pool): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new Problem(503, 'server.database-slow', { seconds: patience / 1000 }))
  }, patience)
  try {
    await Promise.race([pool.query('select 1'), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
