import { build } from 'vite'

// Builds the web client into the folder it is given, in a process of its own: see `buildIfStale`. When the process that
// started it goes away, in whatever way, the channel between both closes, and nobody waits for this build any more.
const end = () => process.exit(1)
process.once('disconnect', end)
if (!process.connected) end()

try {
  await build({ logLevel: 'warn', build: { outDir: process.argv[2] ?? '', emptyOutDir: true } })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  end()
}
process.exit()
