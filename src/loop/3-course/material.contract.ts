import { z } from 'zod'
import { newFile, uploaded } from '#files/contract.ts'
import { endpoint, id, line } from '#platform/http/endpoint'
import { courseDocument } from './document/schema.ts'
import { refusals } from './markdown/report.ts'

/** What courses are made from: Markdown and files. */

/** Why a text is refused for its files: it may use only those of its own course, each as what it is. */
export const fileFaults = ['course.unknown-file', 'course.not-captions', 'course.other-use']

export const importLine = z.object({
  path: z.string(),
  line: z.number().int(),
  severity: z.enum(['note', 'warning', 'error']),
  code: z.string(),
  detail: z.string(),
})

export const importMarkdown = endpoint('importMarkdown', {
  method: 'POST',
  path: '/markdown-imports',
  summary: 'Read Markdown files as a course and report every line that could not be kept; nothing is stored',
  access: 'signed-in',
  body: z.strictObject({
    files: z
      .array(z.strictObject({ path: line(300), text: z.string().max(2_000_000) }))
      .min(1)
      .max(100),
    /** Files of one's own that have arrived, by the path or the name that the Markdown uses. */
    assets: z.record(z.string().max(300), id()).default({}),
    /** Files that are at hand but were refused, and why: each is reported where it is used. */
    refused: z.record(z.string().max(300), z.enum(refusals)).default({}),
  }),
  returns: z.object({
    title: z.string(),
    objective: z.string(),
    document: courseDocument.nullable(),
    report: z.array(importLine),
    /** The pictures, films, captions and other files that the Markdown uses, as it calls them. */
    pictures: z.array(z.string()),
  }),
  status: 200,
  example: { files: [{ path: 'course.md', text: '# First step\n\nHello.' }] },
})

const aFile = z.strictObject({ fileId: id() })

export const startUpload = endpoint('startUpload', {
  method: 'POST',
  path: '/courses/:courseId/files',
  summary:
    'Announce a file for a course; its bytes follow in parts. With a fingerprint it goes on where it was left',
  access: 'signed-in',
  params: z.strictObject({ courseId: id() }),
  body: newFile,
  returns: uploaded,
  problems: ['file.too-large', 'course.not-yours'],
  example: { name: 'bench.png', size: 120_000 },
})

export const getFile = endpoint('getFile', {
  method: 'GET',
  path: '/files/:fileId',
  summary: 'A file of a course that the reader may see; parts of it by Range',
  access: 'signed-in',
  params: aFile,
  raw: 'response',
  problems: ['file.lost'],
})
