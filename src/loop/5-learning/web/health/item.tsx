import {
  Archive,
  CalendarClock,
  CircleCheck,
  GitMerge,
  type LucideIcon,
  PenLine,
  ShieldCheck,
} from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Card, Chip, Link, Muted, Stack, sayRefusal, Time, toast, useDate } from '#ui'
import { type HealthItem, type HealthKind, undismissHealthItem } from '../../health.contract.ts'
import { useText } from '../text.ts'
import { ItemActions } from './item-actions.tsx'

const icons: Record<HealthKind, LucideIcon> = {
  verify: ShieldCheck,
  edit: PenLine,
  merge: GitMerge,
  retire: Archive,
}

/** One thing to look after: what, why, who and until when, and the ways to do it. */
export function HealthItemView({ item }: { item: HealthItem }) {
  const t = useText()
  const { kind, course, why, other, closed } = item
  return (
    <Card as="article" className="health-item">
      <Stack gap={12}>
        <header className="health-head">
          <Chip icon={icons[kind]} tone={kind === 'retire' ? 'neutral' : 'primary'}>
            {t(`learning.health.kind.${kind}`)}
          </Chip>
          <h2>
            <Link href={linkTo(paths.course, { courseId: course.id })} isQuiet>
              {course.title}
            </Link>
          </h2>
          <Muted>
            {t(course.author.left ? 'learning.health.byLeft' : 'learning.health.by', {
              group: course.group.name,
              author: course.author.name,
            })}
          </Muted>
        </header>
        <ul className="health-why">
          {why.map((reason) => (
            <li key={reason}>
              {reason === 'alike' && other
                ? t.rich('learning.health.why.alikeTo', {
                    other: (
                      <Link key="other" href={linkTo(paths.course, { courseId: other.id })}>
                        {other.title}
                      </Link>
                    ),
                  })
                : t(`learning.health.why.${reason}`)}
            </li>
          ))}
        </ul>
        {closed ? <Closed item={item} closed={closed} /> : <Due item={item} />}
        {!closed && <ItemActions item={item} />}
      </Stack>
    </Card>
  )
}

/** Who looks after it, and until when. */
function Due({ item: { owner, dueOn, overdue } }: { item: HealthItem }) {
  const t = useText()
  const date = useDate()
  return (
    <div className="health-due">
      <Chip icon={CalendarClock} tone={overdue ? 'warm' : 'neutral'}>
        {t(overdue ? 'learning.health.overdue' : 'learning.health.due', {
          date: date(`${dueOn}T12:00:00Z`),
        })}
      </Chip>
      <Muted>{owner ? t('learning.health.owner', { name: owner.name }) : t('learning.health.noOwner')}</Muted>
    </div>
  )
}

/** What came of it; what was said not to need anything can be taken up again. */
function Closed({ item, closed }: { item: HealthItem; closed: NonNullable<HealthItem['closed']> }) {
  const t = useText()
  const back = useWrite(undismissHealthItem, ['health'])
  const { id, course, can } = item
  const { outcome, by, at, note } = closed
  const takeBack = () =>
    back.mutate(
      { params: { itemId: id } },
      { onSuccess: () => toast(t('learning.health.back')), onError: sayRefusal },
    )
  return (
    <div className="health-closed">
      <p>
        <CircleCheck size={16} aria-hidden="true" /> {t(`learning.health.outcome.${outcome}`)}{' '}
        <Muted>
          {by && `${by.name}, `}
          <Time at={at} />
        </Muted>
      </p>
      {note && <blockquote>{note}</blockquote>}
      {outcome === 'dismissed' && can.dismiss && (
        <Button
          size="sm"
          look="ghost"
          isPending={back.isPending}
          onPress={takeBack}
          aria-label={t('learning.health.forItem', {
            act: t('learning.health.takeBack'),
            title: course.title,
          })}
        >
          {t('learning.health.takeBack')}
        </Button>
      )}
    </div>
  )
}
