import type { Counted } from '#leader/detection/detect.ts'
import { workInThread } from '#platform/threads'

/** One run as the job does it, in a process of its own: how long each part took, in seconds, and the most memory, in megabytes. */
export interface Run {
  took: Record<string, number>
  memory: number
}

const [url = '', org = ''] = process.argv.slice(2)
const file = new URL('../../src/loop/2-leader/detection/detect.ts', import.meta.url)
const { took } = await workInThread<Counted>(file, { url, org, now: new Date() })
const run: Run = { took, memory: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(run))
