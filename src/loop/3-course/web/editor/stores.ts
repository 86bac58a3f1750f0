import { call } from '#platform/http/call'
import { getDraft, saveDraft } from '../../contract.ts'
import {
  getTemplateDraft,
  keepTemplateCopy,
  saveTemplateDraft,
  type TemplateDraft,
} from '../../own-template.contract.ts'
import { keepCopy } from '../../versions.contract.ts'
import { type Text, textOfCourse, type Written } from './kept.ts'

/** A text on its way, on top of a revision; sent again by the same key it is saved once, and answered as the first time. */
export interface Sending {
  written: Written
  revision: number
  key: string
}

/** How a text is sent. A line that says nothing for 30 s is dead: what was sent is sent again. */
const sentBy = ({ key }: Sending, keepalive: boolean) => ({
  key,
  keepalive,
  signal: AbortSignal.timeout(30_000),
})

/** Where a text is kept on the server. A save is refused, by a code that ends in `.saved-elsewhere`, when `revision` is not the last. */
export interface Store {
  load: () => Promise<Text>
  save: (sending: Sending, keepalive: boolean) => Promise<{ revision: number }>
  /** Keeps a text as a version beside the working copy. */
  keepCopy: (written: Written) => Promise<unknown>
}

export function courseStore(courseId: string): Store {
  const params = { courseId }
  return {
    load: async () => textOfCourse(await call(getDraft, { params })),
    save: (sending, keepalive) => {
      const { template: _, ...written } = sending.written
      const body = { revision: sending.revision, ...written }
      return call(saveDraft, { params, body, ...sentBy(sending, keepalive) })
    },
    keepCopy: ({ title, objective, document }) =>
      call(keepCopy, { params, body: { title, objective, document } }),
  }
}

export const textOfTemplate = (draft: TemplateDraft): Text => {
  const { template, revision, name: title, objective, document, for: purpose, months, asks } = draft
  const about = { for: purpose, months, asks }
  const { id, language } = template
  return { id, revision, written: { title, objective, tags: [], language, document, template: about } }
}

export function templateStore(templateId: string): Store {
  const params = { templateId }
  const bodyOf = ({ title: name, objective, document, template }: Written) => {
    if (!template) throw new Error('What is written here is no template.')
    return { name, objective, document, ...template, asks: [...template.asks] }
  }
  return {
    load: async () => textOfTemplate(await call(getTemplateDraft, { params })),
    save: (sending, keepalive) => {
      const body = { revision: sending.revision, ...bodyOf(sending.written) }
      return call(saveTemplateDraft, { params, body, ...sentBy(sending, keepalive) })
    },
    keepCopy: (written) => call(keepTemplateCopy, { params, body: bodyOf(written) }),
  }
}
