import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from '#platform/log'

const root = fileURLToPath(new URL('../../', import.meta.url))
const stamp = join(root, 'dist', 'web', '.stamp')
const inputs = /(\/(web|pages|messages)\/|^ui\/|contract|paths\.ts|platform\/http\/(call|endpoint))/

/** What the build is made from: names, sizes and times of its sources, and the installed packages. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  hash.update(readFileSync(join(root, 'vite.config.ts')))
  const source = join(root, 'src')
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!inputs.test(path.replaceAll('\\', '/')) || !/\.\w+$/.test(path)) continue
    const { size, mtimeMs } = statSync(join(source, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Builds the web client when its sources changed since the last build. Throws with the build's output when it fails. */
export async function buildIfStale(log: Log): Promise<void> {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  log.info('Building the web client...')
  const { code, output } = await run(join(root, 'node_modules', 'vite', 'bin', 'vite.js'), [
    'build',
    '--logLevel',
    'warn',
  ])
  if (code !== 0) throw new Error(`The web client could not be built:\n${output}`)
  writeFileSync(stamp, wanted)
}

function run(script: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, output }))
  })
}
