import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export { Blocks } from './blocks/blocks.tsx'
export type { ReadBlock } from './blocks/read-block.ts'
export { EditorPage } from './editor/editor-page.tsx'

export const pages: RouteObject[] = [
  { path: paths.create, lazy: () => import('./create.page.tsx') },
  { path: paths.newCourse, lazy: () => import('./new-course.page.tsx') },
  { path: paths.versions, lazy: () => import('./versions.page.tsx') },
]
