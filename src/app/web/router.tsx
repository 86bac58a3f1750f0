import { lazy } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { BrowserRouter, type RouteObject, useRoutes } from 'react-router'
import * as academy from '#academy/web/index.tsx'
import * as campaigns from '#campaigns/web/index.tsx'
import * as community from '#community/web/index.tsx'
import * as course from '#course/web/index.tsx'
import * as funnel from '#funnel/web/index.tsx'
import * as ladder from '#ladder/web/index.tsx'
import * as leader from '#leader/web/index.tsx'
import * as learning from '#learning/web/index.tsx'
import * as letters from '#letters/web/index.tsx'
import * as need from '#need/web/index.tsx'
import { paths } from '#paths'
import * as people from '#people/web/index.tsx'
import type { ClientPage } from '#platform/web/page'
import * as protectedTime from '#protected-time/web/index.tsx'
import * as recognition from '#recognition/web/index.tsx'
import * as validation from '#validation/web/index.tsx'
import * as volunteers from '#volunteers/web/index.tsx'
import { Root, RootFailure } from './root.tsx'
import { Framed } from './shell.tsx'

/** Pages that mix stages of the loop. */
const mixed: ClientPage[] = [
  { path: paths.home, load: () => import('../pages/home.page.tsx') },
  { path: paths.course, load: () => import('../pages/course.page.tsx') },
  { path: paths.need, load: () => import('../pages/need.page.tsx') },
  { path: paths.lead, load: () => import('../pages/lead.page.tsx') },
  { path: paths.member, load: () => import('../pages/member.page.tsx') },
  { path: paths.editor, load: () => import('../pages/editor.page.tsx') },
  { path: paths.settings, load: () => import('../pages/settings.page.tsx') },
  { path: paths.me, load: () => import('../pages/me.page.tsx') },
  { path: paths.leadersCommunity, load: () => import('../pages/community.page.tsx') },
  { path: paths.loop, load: () => import('../pages/loop.page.tsx') },
  { path: paths.loopStage, load: () => import('../pages/loop-stage.page.tsx') },
]

/** In the frame, for people who are signed in. */
const framed: ClientPage[] = [
  ...mixed,
  ...people.pages,
  ...need.pages,
  ...leader.pages,
  ...course.pages,
  ...validation.pages,
  ...learning.pages,
  ...recognition.pages,
  ...campaigns.pages,
  ...volunteers.pages,
  ...academy.pages,
  ...community.pages.filter(({ path }) => path !== paths.leadersCommunity),
  ...protectedTime.pages,
  ...ladder.pages,
  ...funnel.pages,
  { path: '*', load: () => import('../pages/missing.page.tsx') },
]

/** Those that stand alone. */
const bare: ClientPage[] = [
  { path: paths.player, load: () => import('../pages/player.page.tsx') },
  { path: paths.welcome, load: () => import('../pages/welcome.page.tsx') },
  ...people.bare,
  ...letters.bare,
  ...recognition.bare,
  ...campaigns.bare,
  { path: paths.apiDocs, load: () => import('../pages/api-docs.page.tsx') },
  { path: paths.devUi, load: () => import('../pages/dev-ui.page.tsx') },
]

function routeOf({ path, load }: ClientPage): RouteObject {
  const Page = lazy(async () => ({ default: (await load()).Component }))
  return { path, element: <Page /> }
}

/** Every address of the client. */
const routes: RouteObject[] = [
  {
    element: <Root />,
    children: [{ element: <Framed />, children: framed.map(routeOf) }, ...bare.map(routeOf)],
  },
]

/** The page at the address. */
export const Pages = () => (
  <BrowserRouter>
    <ErrorBoundary FallbackComponent={RootFailure} onError={(error) => reportError(error)}>
      <Routed />
    </ErrorBoundary>
  </BrowserRouter>
)

const Routed = () => useRoutes(routes)
