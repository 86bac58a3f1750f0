import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCourse } from '../markdown/any-course.ts'
import { diffBlocks } from './blocks.ts'
import { compareDocuments } from './changes.ts'
import type { Block, CourseDocument } from './schema.ts'

const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id: id.repeat(12) },
  content: [{ type: 'text', text }],
})
const course = (...steps: [string, string, Block[]][]): CourseDocument => ({
  type: 'doc',
  content: steps.map(([id, title, content]) => ({
    type: 'step',
    attrs: { id: id.repeat(12), title },
    content,
  })),
})

test('of a course and itself nothing is told', () => {
  fc.assert(
    fc.property(anyCourse, (document) => {
      expect(compareDocuments(document, structuredClone(document))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('of any two courses exactly the blocks that differ are told', () => {
  fc.assert(
    fc.property(anyCourse, anyCourse, (before, after) => {
      const told = compareDocuments(before, after).flatMap(({ blocks }) => blocks)
      const ids = (kind: string) =>
        told
          .filter((block) => block.kind === kind)
          .map(({ id }) => id)
          .sort()
      const { added, removed } = diffBlocks(before, after)
      expect([ids('added'), ids('removed')]).toEqual([added.sort(), removed.sort()])
    }),
    { numRuns: 50 },
  )
})

test('changed words are marked, what went stands where it stood, and what moved did not change', () => {
  const before = course(
    ['S', 'Zero', [paragraph('a', 'Hang it.'), paragraph('b', 'Wait ten minutes.')]],
    ['T', 'Load', [paragraph('c', 'Load it.')]],
  )
  const after = course(
    ['S', 'Zero it', [paragraph('b', 'Wait twenty minutes.')]],
    ['T', 'Load', [paragraph('c', 'Load it.'), paragraph('d', 'Read it.')]],
  )
  expect(
    compareDocuments(before, after).map(({ id, blocks }) => [id[0], blocks.map((b) => [b.id[0], b.kind])]),
  ).toEqual([
    [
      'S',
      [
        ['a', 'removed'],
        ['b', 'changed'],
      ],
    ],
    ['T', [['d', 'added']]],
  ])
  const moved = course(
    ['S', 'Zero', []],
    ['T', 'Load', [...(before.content[0]?.content ?? []), paragraph('c', 'Load it.')]],
  )
  expect(compareDocuments(before, moved)).toEqual([])
})
