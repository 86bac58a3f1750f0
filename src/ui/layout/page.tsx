import { type ReactNode, useEffect } from 'react'
import { Breadcrumbs } from '../data/breadcrumbs.tsx'

export interface PageProps {
  /** The one h1, and the title of the window. */
  title: string
  /** Shown instead of the plain title, when it needs more than words. */
  heading?: ReactNode
  /** One or two sentences under it. */
  lead?: ReactNode
  /** The buttons of the page; the main one last. */
  actions?: ReactNode
  breadcrumbs?: readonly { label: string; href?: string }[]
  /** How wide the content may be. */
  width?: 'narrow' | 'middle' | 'wide'
  /** Reads the title to screen readers only. */
  isTitleHidden?: boolean
  children: ReactNode
}

/** The frame of a page: where one is, what it is, what can be done, and the content. */
export function Page(props: PageProps) {
  const { title, heading, lead, actions, breadcrumbs, width = 'wide', isTitleHidden, children } = props
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="ui-page" data-width={width}>
      <header className={isTitleHidden ? 'ui-hidden' : 'ui-page-head'}>
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        <h1>{heading ?? title}</h1>
        {lead && <div className="ui-page-lead">{lead}</div>}
        {actions && <div className="ui-page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
