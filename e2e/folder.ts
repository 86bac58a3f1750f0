import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder for files that a test chooses; it goes with the test. */
export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `cairn-${name}-`))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
