import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, whole, wholeText } from '#platform/http/endpoint'
import { aCourse, draft } from './contract.ts'
import { uses } from './document/asks.ts'
import { courseDocument } from './document/schema.ts'
import { shortDocument } from './document/short.ts'

/** Templates that an organization made itself; each belongs to a group, and those below it use it too. */

const language = z.enum(['en', 'fr'])

export const ownTemplate = z.object({
  id: id(),
  name: z.string(),
  /** What it is for. */
  for: z.string(),
  language,
  group: z.object({ id: id(), name: z.string() }),
  /** The newest version that was published; 0 before the first. */
  version: z.number().int(),
  steps: z.array(z.string()),
  /** How many courses follow it, of those that the reader may see. */
  courses: z.number().int(),
  changedAt: moment(),
  archivedAt: moment().nullable(),
  can: z.object({ manage: z.boolean() }),
})
export type OwnTemplate = z.output<typeof ownTemplate>

/** What is asked of one block. Blocks that nothing is said of are asked for what is usual for their kind. */
const ask = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9]{12}$/),
  use: z.enum(uses),
  hint: prose(300),
})

const said = {
  name: line(60),
  for: prose(200),
  /** What to say as the objective of a course made from it. */
  objective: prose(300),
  /** After how many months a course made from it is looked at again. */
  months: z.number().int().min(1).max(120),
  document: courseDocument,
  asks: z.array(ask).max(5000),
}

/** What its makers work on. `revision` is sent back with each save, so that no save overwrites another. */
export const templateDraft = z.object({ template: ownTemplate, revision: z.number().int(), ...said })
export type TemplateDraft = z.output<typeof templateDraft>

const aTemplate = z.strictObject({ templateId: id() })
const text = { ...said, asks: said.asks.default([]) }
const example = {
  ...{ name: 'Zero an instrument', for: 'A task at the bench.', months: 12 },
  objective: 'One sentence: what will the learner be able to do?',
  document: shortDocument,
  asks: [{ id: 'abcdefghjk23', use: 'required' as const, hint: 'Say it in one sentence.' }],
}

export const makeTemplate = endpoint('makeTemplate', {
  method: 'POST',
  path: '/own-templates',
  summary: 'Make a template of a course or of one that comes with Cairn, or begin a new one',
  access: 'signed-in',
  body: z.strictObject({
    name: line(60),
    groupId: id(),
    language: language.default('en'),
    /** The course that it is made of: its blocks become parts, its texts examples. Its language is that of the course. */
    courseId: id().nullable().default(null),
    /** Or the key of one that comes with Cairn, in the language asked for. */
    original: z.string().max(60).nullable().default(null),
  }),
  returns: templateDraft,
  problems: [
    'template.not-yours',
    'template.too-many',
    'template.course-not-yours',
    'template.apart',
    'course.no-template',
    'course.two-beginnings',
  ],
  example: { name: 'Zero an instrument', groupId: '01890000-0000-7000-8000-000000000000' },
})

export const listOwnTemplates = endpoint('listOwnTemplates', {
  method: 'GET',
  path: '/own-templates',
  summary: 'The organization’s own templates that the reader may use or change, newest first',
  access: 'signed-in',
  query: page({ archived: z.enum(['true', 'false']).default('false') }),
  returns: listOf(ownTemplate),
})

export const getOwnTemplate = endpoint('getOwnTemplate', {
  method: 'GET',
  path: '/own-templates/:templateId',
  summary: 'One of the organization’s own templates, without its content',
  access: 'signed-in',
  params: aTemplate,
  returns: ownTemplate,
})

export const getTemplateDraft = endpoint('getTemplateDraft', {
  method: 'GET',
  path: '/own-templates/:templateId/draft',
  summary: 'The working copy of a template, for those who manage its group',
  access: 'signed-in',
  params: aTemplate,
  returns: templateDraft,
})

export const saveTemplateDraft = endpoint('saveTemplateDraft', {
  method: 'PUT',
  path: '/own-templates/:templateId/draft',
  summary: 'Save the working copy of a template on top of the revision it was read at',
  access: 'signed-in',
  params: aTemplate,
  body: z.strictObject({ revision: whole(0), ...text }),
  returns: z.object({ revision: z.number().int() }),
  problems: ['template.not-yours', 'template.saved-elsewhere', 'template.files'],
  example: { revision: 1, ...example },
})

export const keepTemplateCopy = endpoint('keepTemplateCopy', {
  method: 'POST',
  path: '/own-templates/:templateId/copies',
  summary: 'Keep a text as a version beside the working copy, which stays as it is; no course follows it',
  access: 'signed-in',
  params: aTemplate,
  body: z.strictObject(text),
  returns: z.object({ number: z.number().int() }),
  problems: ['template.not-yours', 'template.files'],
  example,
})

export const publishTemplate = endpoint('publishTemplate', {
  method: 'POST',
  path: '/own-templates/:templateId/versions',
  summary: 'Publish the working copy as the next version; courses made before go on following theirs',
  access: 'signed-in',
  params: aTemplate,
  body: z.strictObject({ revision: whole(0) }),
  returns: ownTemplate,
  problems: [
    'template.not-yours',
    'template.saved-elsewhere',
    'template.archived',
    'template.unchanged',
    'template.no-objective',
    'template.no-guidance',
  ],
  example: { revision: 1 },
})

const version = z.object({
  number: z.number().int(),
  madeBy: member,
  madeAt: moment(),
  reason: z.enum(['publication', 'copy']),
})

export const listTemplateVersions = endpoint('listTemplateVersions', {
  method: 'GET',
  path: '/own-templates/:templateId/versions',
  summary: 'Every version of a template, newest first; copies only for those who manage its group',
  access: 'signed-in',
  params: aTemplate,
  query: page(),
  returns: listOf(version),
})

export const getTemplateVersion = endpoint('getTemplateVersion', {
  method: 'GET',
  path: '/own-templates/:templateId/versions/:number',
  summary: 'One version of a template with its content, and which blocks differ from the version before',
  access: 'signed-in',
  params: z.strictObject({ templateId: id(), number: wholeText(1) }),
  returns: z.object({
    ...said,
    number: z.number().int(),
    changes: z.object({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      changed: z.array(z.string()),
    }),
  }),
})

export const archiveTemplate = endpoint('archiveTemplate', {
  method: 'PUT',
  path: '/own-templates/:templateId/archive',
  summary: 'Offer a template no more; courses that follow it stay as they are',
  access: 'signed-in',
  params: aTemplate,
  problems: ['template.not-yours'],
})

export const restoreTemplate = endpoint('restoreTemplate', {
  method: 'DELETE',
  path: '/own-templates/:templateId/archive',
  summary: 'Offer an archived template again',
  access: 'signed-in',
  params: aTemplate,
  problems: ['template.not-yours', 'template.too-many'],
})

export const takeTemplate = endpoint('takeTemplate', {
  method: 'PUT',
  path: '/courses/:courseId/template',
  summary:
    'Have a course follow the newest version of its template; what is new is added, nothing is taken away',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ revision: whole(0) }),
  returns: draft,
  problems: ['course.not-yours', 'course.saved-elsewhere', 'course.template-current', 'course.template-long'],
  example: { revision: 1 },
})

export const leaveTemplate = endpoint('leaveTemplate', {
  method: 'DELETE',
  path: '/courses/:courseId/template',
  summary: 'Undo that: follow the version of before, without what was added and not written in yet',
  access: 'signed-in',
  params: aCourse,
  returns: draft,
  problems: ['course.not-yours', 'course.template-not-taken'],
})
