import {
  CalendarClock,
  ChevronRight,
  ClipboardCheck,
  GraduationCap,
  Hand,
  HeartHandshake,
  type LucideIcon,
  MessageCircleQuestion,
  PenLine,
  ShieldCheck,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { listMyCourses } from '#course/contract.ts'
import { listDueCourses } from '#course/due.contract.ts'
import { listMyAsked } from '#leader/asking.contract.ts'
import { listMyClaims } from '#leader/contract.ts'
import { listMySurveys } from '#leader/survey.contract.ts'
import { listHealthItems } from '#learning/health.contract.ts'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Badge, Card, List, ListRow, SkeletonRows, Time, useDate } from '#ui'
import { listWaitingReviews } from '#validation/contract.ts'
import { useText } from '../../web/text.ts'
import { useOpenCourses } from './continue.tsx'
import { useBonuses, useContributions, useGreetings, useWishes } from './to-decide.tsx'
import { useUnthanked } from './to-thank.ts'

const most = 3

interface Task {
  key: string
  icon: LucideIcon
  title: string
  text: ReactNode
  href: string
}

/** What waits for me: reviews and surveys first, for somebody else waits with them; then what I took on, write and learn. */
export function ToDo() {
  const t = useText()
  const [reviews, asked, surveys] = [useReviews(), useAsked(), useSurveys()]
  const [promises, health, due] = [usePromises(), useHealth(), useDue()]
  const [drafts, courses] = [useDrafts(), useCourses()]
  const decisions = [useGreetings(), useBonuses(), useWishes(), useContributions(), useUnthanked()]
  const all = [reviews, asked, surveys, ...decisions, promises, health, due, drafts, courses]
  const tasks = all.flatMap((one) => one.tasks)
  const isPending = all.some((one) => one.isPending)
  return (
    <Card
      title={t('app.home.todo')}
      aside={
        <Badge
          count={reviews.tasks.length}
          label={t('app.reviewsWaiting', { count: reviews.tasks.length })}
        />
      }
    >
      {isPending ? (
        <SkeletonRows rows={2} hasFace={false} />
      ) : tasks.length === 0 ? (
        <p className="ui-muted">{t('app.home.todoEmpty')}</p>
      ) : (
        <List>
          {tasks.map(({ key, icon: Icon, title, text, href }) => (
            <ListRow
              key={key}
              before={<Icon size={20} aria-hidden="true" />}
              title={title}
              text={text}
              href={href}
              after={<ChevronRight size={18} aria-hidden="true" />}
            />
          ))}
        </List>
      )}
    </Card>
  )
}

function useReviews() {
  const t = useText()
  const read = useRead(listWaitingReviews, { query: { limit: 5 } }, { topics: ['reviews'] })
  const tasks = (read.data?.items ?? []).map(({ id, title, author, minutes, askedAt }): Task => {
    const asked = { author: author.name, minutes, time: <Time at={askedAt} isSaid /> }
    return {
      key: id,
      icon: ClipboardCheck,
      title: t('app.home.review', { title }),
      text: t.rich('app.home.reviewDetail', asked),
      href: linkTo(paths.review, { reviewId: id }),
    }
  })
  return { tasks, isPending: read.isPending }
}

/** What I was asked whether I can help, and have not answered. */
function useAsked() {
  const t = useText()
  const read = useRead(listMyAsked, {}, { topics: ['asking', 'needs'] })
  const tasks = (read.data?.items ?? []).slice(0, most).map(
    ({ needId, title, askedBy, askedAt }): Task => ({
      ...{ key: `asked ${needId}`, icon: MessageCircleQuestion, title: t('app.home.asked', { title }) },
      text: t.rich('app.home.askedBy', { name: askedBy.name, time: <Time at={askedAt} isSaid /> }),
      href: linkTo(paths.need, { needId }),
    }),
  )
  return { tasks, isPending: read.isPending }
}

/** Surveys that ask who helps me, as long as I have neither answered nor declined. */
function useSurveys() {
  const t = useText()
  const date = useDate()
  const read = useRead(listMySurveys, {}, { topics: ['surveys'] })
  const waiting = (read.data?.items ?? []).filter(({ answeredAt }) => answeredAt === null)
  const tasks = waiting.slice(0, most).map(
    ({ id, group, openedBy, endsAt }): Task => ({
      key: id,
      icon: HeartHandshake,
      title: t('app.home.survey'),
      text: t('app.home.surveyDetail', { name: openedBy.name, group: group.name, date: date(endsAt) }),
      href: linkTo(paths.survey, { surveyId: id }),
    }),
  )
  return { tasks, isPending: read.isPending }
}

const useMine = () => useRead(listMyCourses, { query: { limit: 20 } }, { topics: ['my-courses'] })

/** Needs I said I would teach, as long as I have not begun the course. */
function usePromises() {
  const t = useText()
  const read = useRead(listMyClaims, {}, { topics: ['needs'] })
  const mine = useMine()
  const begun = new Set(mine.data?.items.map(({ needId }) => needId))
  const open = (read.data?.items ?? []).filter(({ needId }) => !begun.has(needId)).slice(0, most)
  const tasks = open.map(
    ({ needId, title, voices }): Task => ({
      key: needId,
      icon: Hand,
      title: t('app.home.promise', { title }),
      text: t('app.home.promiseDetail', { count: voices }),
      href: linkTo(paths.need, { needId }),
    }),
  )
  return { tasks, isPending: read.isPending || mine.isPending }
}

const useItems = () => useRead(listHealthItems, { query: { limit: 20 } }, { topics: ['health', 'courses'] })

/** Published content that I am to look after, first due first. */
function useHealth() {
  const t = useText()
  const date = useDate()
  const read = useItems()
  const tasks = (read.data?.items ?? []).slice(0, most).map(
    ({ id, kind, course, dueOn }): Task => ({
      ...{
        key: `health ${id}`,
        icon: ShieldCheck,
        title: t(`app.home.health.${kind}`, { title: course.title }),
      },
      text: t('app.home.healthDetail', { date: date(`${dueOn}T12:00:00Z`) }),
      href: paths.health,
    }),
  )
  return { tasks, isPending: read.isPending }
}

/** Courses of mine that held until now, and that I said I would look at again; but for those that stand above. */
function useDue() {
  const t = useText()
  const date = useDate()
  const read = useRead(listDueCourses, {}, { topics: ['my-courses'] })
  const items = useItems()
  const known = new Set(items.data?.items.map(({ course }) => course.id))
  const due = (read.data?.items ?? []).filter(({ id }) => !known.has(id))
  const tasks = due.slice(0, most).map(
    ({ id, title, verifyBy }): Task => ({
      key: `due ${id}`,
      icon: CalendarClock,
      title: t('app.home.due', { title }),
      text: t('app.home.dueDetail', { date: date(`${verifyBy}T12:00:00Z`) }),
      href: linkTo(paths.editor, { courseId: id }),
    }),
  )
  return { tasks, isPending: read.isPending }
}

function useDrafts() {
  const t = useText()
  const mine = useMine()
  const drafts = (mine.data?.items ?? []).filter(({ state }) => state === 'draft').slice(0, most)
  const tasks = drafts.map(
    ({ id, title, draftedAt }): Task => ({
      key: id,
      icon: PenLine,
      title: t('app.home.draft', { title }),
      text: t.rich('app.home.draftDetail', { time: <Time at={draftedAt} isSaid /> }),
      href: linkTo(paths.editor, { courseId: id }),
    }),
  )
  return { tasks, isPending: mine.isPending }
}

/** Courses I have begun, beside the one on the card. */
function useCourses() {
  const t = useText()
  const open = useOpenCourses()
  const tasks = (open.data?.items.slice(1) ?? []).map(
    ({ course, stepId, progress }): Task => ({
      key: course.id,
      icon: GraduationCap,
      title: t('app.home.goOn', { title: course.title }),
      text: t('app.home.left', { minutes: progress.minutesLeft }),
      href: linkTo(paths.player, { courseId: course.id, stepId }),
    }),
  )
  return { tasks, isPending: open.isPending }
}
