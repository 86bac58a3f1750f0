import { serve } from '@hono/node-server'
import { cairnOn } from '#app/cairn.ts'
import { serveWebClient } from '#app/web-client.ts'
import { createLog } from '#platform/log'

/** Cairn's own HTTP application on a database that is there: what the benchmark drives. */
const log = createLog('warn')
const port = Number(process.env.PORT)
const config = {
  dataDir: process.env.BENCH_DATA ?? '',
  demo: true,
  uploadLimitMb: 10,
  smtpUrl: undefined,
  mailFrom: 'bench@localhost',
  publicUrl: `http://127.0.0.1:${port}`,
}
const cairn = cairnOn({
  config,
  ownerUrl: process.env.BENCH_OWNER_URL ?? '',
  appUrl: process.env.BENCH_APP_URL ?? '',
  log,
})
if (process.env.BENCH_WEB) serveWebClient(cairn.app)
const worker = await cairn.startWorking()
const server = serve({ fetch: cairn.app.fetch, port, hostname: '127.0.0.1' }, () => process.send?.('ready'))
process.on('SIGTERM', async () => {
  server.close()
  await worker.stop()
  await cairn.stop()
  process.exit(0)
})
