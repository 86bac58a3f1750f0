import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processName } from '../src/platform/lock.mjs'
import { makeScratch } from './scratch.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'cairn-base-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

test('a folder for what a run writes can be entered by every account, and goes with all that is in it', () => {
  const { folder, end } = makeScratch([base])
  expect(dirname(folder)).toBe(base)
  expect(statSync(folder).mode & 0o777).toBe(0o755)
  writeFileSync(join(folder, 'written'), 'by a test')
  end()
  expect(existsSync(folder)).toBe(false)
})

test('what a run left that was killed outright goes when the next one begins, and nothing of one that still runs', () => {
  const left = [`cairn-scratch-${2 ** 30}-1`, `cairn-scratch-${processName(process.ppid)}`, 'others']
  for (const name of left) {
    mkdirSync(join(base, name))
    writeFileSync(join(base, name, 'written'), 'by a test')
  }
  const { end } = makeScratch([base])
  expect(left.map((name) => existsSync(join(base, name, 'written')))).toEqual([false, true, true])
  end()
})

test('where nothing may be written, the next place is taken', () => {
  const { folder, end } = makeScratch([join(base, 'nowhere'), '/proc', base])
  expect(dirname(folder)).toBe(base)
  end()
})

test('where nothing that was written may be run, the next place is taken', ({ skip }) => {
  const mount = ['-t', 'tmpfs', '-o', 'noexec,size=1m', 'cairn-test', base]
  if (spawnSync('mount', mount).status !== 0) skip('only root can mount a place where nothing may be run')
  try {
    const { folder, end } = makeScratch([base])
    expect(dirname(folder)).toBe(tmpdir())
    expect(readdirSync(base)).toEqual([])
    end()
  } finally {
    spawnSync('umount', [base])
  }
})

test('a disk that a test had mounted in the folder when it was ended is let go, though it is still held', ({
  skip,
}) => {
  const { folder, end } = makeScratch([base])
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'cairn-test', disk]).status !== 0) {
    end()
    skip('only root can mount a disk')
  }
  const holding = openSync(join(disk, 'held'), 'w')
  end()
  closeSync(holding)
  expect(existsSync(folder)).toBe(false)
})
