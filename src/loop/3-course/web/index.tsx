import { paths } from '#paths'
import type { ClientPage } from '#platform/web/page'

export { Blocks } from './blocks/blocks.tsx'
export type { ReadBlock } from './blocks/read-block.ts'
export { quoted, quoteOfBlock } from './blocks/words-of.ts'
export { type Desk, EditorPage } from './editor/editor-page.tsx'
export { Words } from './words.tsx'

export const pages: ClientPage[] = [
  { path: paths.create, load: () => import('./create.page.tsx') },
  { path: paths.newCourse, load: () => import('./new-course.page.tsx') },
  { path: paths.leavers, load: () => import('./leavers/leavers.page.tsx') },
  { path: paths.templates, load: () => import('./templates/templates.page.tsx') },
  { path: paths.template, load: () => import('./templates/template.page.tsx') },
  { path: paths.templateEditor, load: () => import('./templates/template-editor.page.tsx') },
  { path: paths.versions, load: () => import('./versions.page.tsx') },
]
