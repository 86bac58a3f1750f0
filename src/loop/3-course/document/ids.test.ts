import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCourse } from '../markdown/any-course.ts'
import { newBlockId } from './blocks.ts'
import { assignIds } from './ids.ts'
import { courseDocument } from './schema.ts'

test('a document in which every id is its own stays as it is', () => {
  fc.assert(
    fc.property(anyCourse, (document) => {
      expect(assignIds(document, newBlockId)).toEqual(document)
    }),
    { numRuns: 30 },
  )
})

test('what was pasted twice gets ids of its own, options and items too, and the first keeps its own', () => {
  fc.assert(
    fc.property(anyCourse, (document) => {
      const twice = { ...document, content: [...document.content, ...document.content] }
      const renamed = assignIds(twice, newBlockId)
      expect(courseDocument.safeParse(renamed).success).toBe(true)
      expect(renamed.content.slice(0, document.content.length)).toEqual(document.content)
    }),
    { numRuns: 30 },
  )
})

test('what has no id gets one', () => {
  const bare = {
    type: 'doc',
    content: [{ type: 'step', attrs: { title: 'A' }, content: [{ type: 'paragraph' }] }],
  }
  expect(courseDocument.safeParse(assignIds(bare, newBlockId)).success).toBe(true)
})
