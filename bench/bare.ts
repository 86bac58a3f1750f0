import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

/**
 * The reference of every ratio: the bare framework answering "hello", and the same answering one row that a hand
 * written, prepared SELECT finds by primary key. No session, no isolation, no validation.
 */
const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 })
const app = new Hono()
app.get('/hello', (c) => c.text('hello'))
app.get('/row', async (c) => {
  const { rows } = await pool.query({
    name: 'row',
    text: 'select id, name, title from members where org_id = $1 and id = $2',
    values: [process.env.BARE_ORG, process.env.BARE_MEMBER],
  })
  return c.json(rows[0])
})

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () =>
  process.send?.('ready'),
)
process.on('SIGTERM', () => server.close(() => void pool.end().then(() => process.exit(0))))
