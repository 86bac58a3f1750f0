import { listCourses } from '#course/contract.ts'
import { MemberLadder } from '#ladder/web/index.tsx'
import { AskButton, Evidence, NominateButton, Profile } from '#leader/web/index.tsx'
import { linkTo, paths } from '#paths'
import { MemberFrame } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { listKudos } from '#recognition/contract.ts'
import { AwardButton, CommendButton, MemberBadges, ThankButton } from '#recognition/web/index.tsx'
import {
  Avatar,
  Card,
  Cover,
  EmptyState,
  ErrorState,
  List,
  ListRow,
  ListStatus,
  ShowMore,
  SkeletonRows,
  Time,
} from '#ui'
import { useText } from '../web/text.ts'

/** Someone: their groups and roles, the courses they made, what they help with, and what they were thanked for. */
export function Component() {
  const t = useText()
  return (
    <MemberFrame
      actions={(member) => (
        <>
          {!member.left && <AskButton member={member} />}
          <ThankButton to={member} />
          {!member.left && <CommendButton to={member} />}
          {!member.left && <AwardButton to={member} />}
          {!member.left && <NominateButton member={member} />}
        </>
      )}
    >
      {(memberId) => (
        <>
          <Profile memberId={memberId} />
          <MemberBadges memberId={memberId} />
          <MemberLadder memberId={memberId} />
          <Courses memberId={memberId} />
          <Evidence memberId={memberId} title={t('app.member.helps')} />
          <Thanks memberId={memberId} />
        </>
      )}
    </MemberFrame>
  )
}

function Courses({ memberId }: { memberId: string }) {
  const t = useText()
  const list = useList(listCourses, { query: { authorId: memberId, limit: 5 } }, { topics: ['courses'] })
  return (
    <Card title={t('app.member.courses')}>
      <ListStatus list={list} rows={2} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('app.member.noCourses')} isSmall>
          {t('app.member.noCoursesText')}
        </EmptyState>
      )}
      <List>
        {list.items.map((course) => (
          <ListRow
            key={course.id}
            before={<Cover id={course.id} className="app-cover-small" />}
            title={course.title}
            text={course.group.name}
            href={linkTo(paths.course, { courseId: course.id })}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

function Thanks({ memberId }: { memberId: string }) {
  const t = useText()
  const list = useList(listKudos, { query: { toId: memberId, limit: 5 } }, { topics: ['kudos'] })
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.isPending) return <SkeletonRows rows={2} />
  if (list.items.length === 0) return null
  return (
    <Card title={t('app.member.thanks')} tone="warm">
      <List>
        {list.items.map(({ id, from, reason, givenAt }) => (
          <ListRow
            key={id}
            before={<Avatar id={from.id} name={from.name} />}
            title={reason}
            text={
              <>
                {from.name}, <Time at={givenAt} />
              </>
            }
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}
