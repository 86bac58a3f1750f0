import { useState } from 'react'
import { useParams } from 'react-router'
import { listCoursesForNeed } from '#course/contract.ts'
import { AndNext } from '#ladder/web/index.tsx'
import { AskedMe, Asking, Claim, Experts } from '#leader/web/index.tsx'
import { getNeed, listVoices } from '#need/contract.ts'
import { NeedActions, VoiceButton } from '#need/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import {
  Avatar,
  Button,
  Callout,
  Card,
  Columns,
  Cover,
  ErrorState,
  Link,
  LinkButton,
  List,
  ListRow,
  NotFoundState,
  Page,
  Row,
  ShowMore,
  SkeletonPage,
  SkeletonRows,
  Stack,
  Time,
} from '#ui'
import { useText } from '../web/text.ts'
import { Helped } from './need/helped.tsx'
import { Story } from './need/story.tsx'

/** One need: what is asked, who else asks, who takes it on, who may know, and the course that answers it. */
export function Component() {
  const t = useText()
  const { needId = '' } = useParams()
  const params = { needId }
  const read = useRead(getNeed, { params }, { topics: ['needs'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.ask}>{t('app.home.board')}</LinkButton>}>
        {t('app.need.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  const need = read.data
  return (
    <Page
      title={need.title}
      breadcrumbs={[{ label: t('app.place.ask'), href: paths.ask }]}
      lead={
        <>
          {need.raisedBy.name}, {need.group.name}, <Time at={need.raisedAt} />
        </>
      }
      actions={
        <>
          <NeedActions need={need} />
          <VoiceButton need={need} size="md" />
        </>
      }
    >
      <Columns aside={<Voices needId={needId} count={need.voices} />}>
        <AskedMe needId={needId} after={<AndNext />} />
        {need.details && (
          <Card>
            <p className="app-details">{need.details}</p>
          </Card>
        )}
        {need.mergedInto && (
          <Callout
            action={
              <Link href={linkTo(paths.need, { needId: need.mergedInto })}>{t('app.need.openMerged')}</Link>
            }
          >
            {t('app.need.merged')}
          </Callout>
        )}
        <Courses needId={needId} />
        <Claim needId={needId} isOpen={need.state === 'open'} />
        {need.state === 'open' && (
          <Card title={t('app.need.experts')}>
            <Stack>
              <Experts needId={needId} empty={t('app.need.expertsEmpty')} />
              <Asking needId={needId} />
            </Stack>
          </Card>
        )}
        <Helped need={need} />
        <Story need={need} />
      </Columns>
    </Page>
  )
}

function Courses({ needId }: { needId: string }) {
  const t = useText()
  const courses = useList(listCoursesForNeed, { params: { needId } }, { topics: ['courses', 'needs'] })
  const { items } = courses
  if (courses.isPending) return <SkeletonRows rows={1} />
  if (items.length === 0) return null
  return (
    <Card title={t('app.need.course')}>
      <List>
        {items.map((course) => (
          <ListRow
            key={course.id}
            before={<Cover id={course.id} className="app-cover-small" />}
            title={course.title}
            text={course.author.name}
            href={linkTo(paths.course, { courseId: course.id })}
          />
        ))}
      </List>
      <ShowMore list={courses} />
    </Card>
  )
}

/** So many voices stand beside a need before one asks for the rest. */
const few = 8

function Voices({ needId, count }: { needId: string; count: number }) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  const voices = useList(listVoices, { params: { needId } }, { topics: ['needs'] })
  const shown = isWhole ? voices.items : voices.items.slice(0, few)
  return (
    <Card
      title={t('app.need.voices')}
      aside={<span className="ui-muted">{t('app.home.voices', { count })}</span>}
    >
      <Stack gap={12}>
        {shown.map(({ member, reason, at }) => (
          <Row key={member.id} isTight align="start">
            <Avatar id={member.id} name={member.name} size="sm" />
            <div className="app-voice">
              <Link href={linkTo(paths.member, { memberId: member.id })} isQuiet>
                {member.name}
              </Link>
              {reason ? (
                <p>{reason}</p>
              ) : (
                <small className="ui-muted">
                  <Time at={at} />
                </small>
              )}
            </div>
          </Row>
        ))}
        {shown.length < voices.items.length && (
          <Button look="soft" onPress={() => setWhole(true)}>
            {t('app.need.allVoices')}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
