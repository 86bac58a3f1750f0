import { useRead } from '#platform/web/use'
import { Card, Columns, EmptyState, ErrorState, Page, SkeletonRows } from '#ui'
import { type Academy, getAcademy } from '../contract.ts'
import { Certificate } from './certificate.tsx'
import { Manage } from './manage.tsx'
import { Opening } from './opening.tsx'
import { Others } from './others.tsx'
import { Own } from './own.tsx'
import { Path } from './path.tsx'
import { Practice } from './practice.tsx'
import { useText } from './text.ts'
import './academy.css'

const topics = ['academy', 'my-learning', 'courses', 'my-courses', 'badges']

/** The leaders' academy: six courses, a practice course, one's own first course, and a certificate. */
export function Component() {
  const t = useText()
  const read = useRead(getAcademy, {}, { topics })
  return (
    <Page title={t('academy.title')} lead={t('academy.lead')}>
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <Card>
          <SkeletonRows rows={6} hasFace={false} />
        </Card>
      ) : read.data.state === 'none' || read.data.state === 'closed' ? (
        <NotOpen academy={read.data} />
      ) : (
        <Open academy={read.data} />
      )}
    </Page>
  )
}

function NotOpen({ academy: { state, can } }: { academy: Academy }) {
  const t = useText()
  if (can.open) return <Opening isAgain={state === 'closed'} />
  return (
    <EmptyState title={t(state === 'closed' ? 'academy.closed' : 'academy.none')}>
      {t('academy.noneText')}
    </EmptyState>
  )
}

function Open({ academy }: { academy: Academy }) {
  const t = useText()
  return (
    <Columns
      asideLabel={t('academy.aside')}
      aside={
        <>
          <Certificate academy={academy} />
          {academy.can.open && <Manage academy={academy} />}
          {academy.can.seeOthers && <Others />}
        </>
      }
    >
      <Path academy={academy} />
      <Practice practice={academy.practice} />
      <Own own={academy.own} />
      <p className="ui-muted">{t('academy.seen')}</p>
    </Columns>
  )
}
