import type { CourseDocument } from './schema.ts'

/** The shortest course there is: the example of what saves one. */
export const shortDocument: CourseDocument = {
  type: 'doc',
  content: [
    {
      type: 'step',
      attrs: { id: 'abcdefghjk22', title: 'Warm it up' },
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'abcdefghjk23' },
          content: [{ type: 'text', text: 'Leave it on the bench for an hour.' }],
        },
      ],
    },
  ],
}
