import { expect, test } from 'vitest'
import { assetsOf, diffBlocks, figuresOf, newBlockId, textOf } from './blocks.ts'
import type { Block, CourseDocument } from './schema.ts'

const attrs = () => ({ id: newBlockId() })
const paragraph = (text: string): Block & { type: 'paragraph' } => ({
  type: 'paragraph',
  attrs: attrs(),
  content: [{ type: 'text', text }],
})
const course = (...content: Block[]): CourseDocument => ({
  type: 'doc',
  content: [{ type: 'step', attrs: { ...attrs(), title: 'A' }, content }],
})
const asset = '0190a000-0000-7000-8000-000000000001'
const picture: Block = { type: 'image', attrs: { ...attrs(), asset, alt: 'A worn gauge', caption: '' } }

test('the text of a block is what it says, line by line, with what describes pictures and boxes', () => {
  const box: Block = {
    type: 'callout',
    attrs: { ...attrs(), kind: 'tip', title: 'Warm it up' },
    content: [paragraph('  For an hour. '), picture],
  }
  expect(textOf(box)).toBe('Warm it up\nFor an hour.\nA worn gauge')
})

test('the text of long runs of spaces is found at once', () => {
  const spaces = paragraph(`a${' '.repeat(19_000)}b`)
  const before = process.threadCpuUsage()
  textOf(course(...Array.from({ length: 50 }, () => spaces)))
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(500)
})

test('a course takes as long as its words and pictures do, and a minute at least', () => {
  const minutes = (...blocks: Block[]) => figuresOf(course(...blocks)).minutes
  expect(minutes(paragraph('One.'))).toBe(1)
  expect(minutes(paragraph('word '.repeat(600)))).toBe(3)
  expect(minutes(paragraph('word '.repeat(600)), ...Array.from({ length: 10 }, () => picture))).toBe(5)
})

test('the files of a course are named once, with the captions of its films', () => {
  const captions = '0190a000-0000-7000-8000-000000000002'
  const film: Block = { type: 'video', attrs: { ...attrs(), asset, title: '', captions } }
  expect(assetsOf(course(picture, film, picture))).toEqual([asset, captions])
})

test('two versions differ in the blocks that came, went and changed', () => {
  const [kept, changed, removed, added] = ['kept', 'changed', 'removed', 'added'].map(paragraph) as [
    Block,
    Block & { type: 'paragraph' },
    Block,
    Block,
  ]
  const rewritten = { ...changed, content: [{ type: 'text' as const, text: 'rewritten' }] }
  expect(diffBlocks(course(kept, changed, removed), course(added, kept, rewritten))).toEqual({
    added: [added.attrs.id],
    removed: [removed.attrs.id],
    changed: [changed.attrs.id],
  })
})
