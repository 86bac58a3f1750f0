import { createLog } from '#platform/log'
import { buildIfStale } from '../src/app/web-build.ts'

await buildIfStale(createLog('info'))
