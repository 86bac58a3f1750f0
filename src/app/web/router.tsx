import { createBrowserRouter, type RouteObject } from 'react-router'
import * as course from '#course/web/index.tsx'
import * as learning from '#learning/web/index.tsx'
import * as need from '#need/web/index.tsx'
import { paths } from '#paths'
import * as people from '#people/web/index.tsx'
import * as recognition from '#recognition/web/index.tsx'
import * as validation from '#validation/web/index.tsx'
import { PageFailure, Root, RouteFailure } from './root.tsx'
import { Framed } from './shell.tsx'

const page = (path: string, lazy: NonNullable<RouteObject['lazy']>): RouteObject => ({ path, lazy })

/** Pages that mix stages of the loop. */
const mixed: RouteObject[] = [
  page(paths.home, () => import('../pages/home.page.tsx')),
  page(paths.course, () => import('../pages/course.page.tsx')),
  page(paths.need, () => import('../pages/need.page.tsx')),
  page(paths.member, () => import('../pages/member.page.tsx')),
  page(paths.editor, () => import('../pages/editor.page.tsx')),
  page(paths.me, () => import('../pages/me.page.tsx')),
  page(paths.loop, () => import('../pages/loop.page.tsx')),
  page(paths.loopStage, () => import('../pages/loop-stage.page.tsx')),
]

const framed: RouteObject[] = [
  ...mixed,
  ...people.pages,
  ...need.pages,
  ...course.pages,
  ...validation.pages,
  ...learning.pages,
  ...recognition.pages,
  page('*', () => import('../pages/missing.page.tsx')),
]

/** Every address of the client: those in the frame for people who are signed in, and those that stand alone. */
export const createRouter = () =>
  createBrowserRouter([
    {
      element: <Root />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <span />,
      children: [
        {
          element: <Framed />,
          children: [{ errorElement: <PageFailure />, children: framed }],
        },
        page(paths.player, () => import('../pages/player.page.tsx')),
        page(paths.welcome, () => import('../pages/welcome.page.tsx')),
        ...people.bare,
        page(paths.apiDocs, () => import('../pages/api-docs.page.tsx')),
        page(paths.devUi, () => import('../pages/dev-ui.page.tsx')),
      ],
    },
  ])
