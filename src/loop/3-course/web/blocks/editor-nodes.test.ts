import { getSchema } from '@tiptap/core'
import { EditorState, type Plugin } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CourseDocument, courseDocument } from '../../document/schema.ts'
import { anyCourse } from '../../markdown/any-course.ts'
import { fromEditor, toEditor } from './editor-content.ts'
import { courseNodes } from './editor-nodes.ts'

const schema = getSchema(courseNodes)
const held = (document: CourseDocument) => schema.nodeFromJSON(toEditor(document))
/** The editor keeps marks in an order of its own, which says nothing. */
const plain = (document: unknown) =>
  JSON.parse(JSON.stringify(document), (key, value) =>
    key === 'marks'
      ? [...value].sort((a: { type: string }, b: { type: string }) => (a.type < b.type ? -1 : 1))
      : value,
  )

test('the editor holds every course there can be, and gives it back as it was', () => {
  fc.assert(
    fc.property(anyCourse, (document) => {
      const node = held(document)
      node.check()
      expect(plain(fromEditor(node.toJSON()))).toEqual(plain(document))
    }),
    { numRuns: 150 },
  )
})

test('what is typed, split or pasted twice always makes a course whose blocks have ids of their own', () => {
  const plugins = courseNodes.flatMap(({ name, config }) =>
    name === 'blockIds' ? (config as { addProseMirrorPlugins: () => Plugin[] }).addProseMirrorPlugins() : [],
  )
  fc.assert(
    fc.property(anyCourse, (document) => {
      const state = EditorState.create({ doc: held(document), plugins })
      const step = state.doc.child(0)
      const pasted = state.apply(state.tr.insert(state.doc.content.size, step))
      const made = fromEditor(pasted.doc.toJSON())
      expect(courseDocument.safeParse(made).error?.issues ?? []).toEqual([])
      expect(plain(made.content.slice(0, document.content.length))).toEqual(plain(document.content))
    }),
    { numRuns: 60 },
  )
})
