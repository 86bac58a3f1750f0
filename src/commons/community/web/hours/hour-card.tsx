import { CalendarDays, Clock, Download, MapPin, Users } from 'lucide-react'
import { addressOf } from '#platform/http/call'
import { Avatar, Card, Chip, Link, LinkButton, Muted, Row, Stack, useDate, useList } from '#ui'
import { getOfficeHourFile, type OfficeHour } from '../../hour.contract.ts'
import { useText } from '../text.ts'
import { HourActs } from './hour-acts.tsx'

/** One offer of office hours: what about, when in the reader’s time, where, and how many places are left. */
export function HourCard({ hour }: { hour: OfficeHour }) {
  const t = useText()
  const when = useDate('long')
  const { id, topic, words, host, group, startsAt, minutes, places, taken, place, cancelled, isOver } = hour
  return (
    <Card as="article">
      <Stack gap={12}>
        <header className="community-head">
          <Avatar id={host.id} name={host.name} />
          <div className="community-who">
            <h2 className="community-title">{topic}</h2>
            <Muted>
              {t('community.hour.by', { name: host.name })}, {group.name}
            </Muted>
          </div>
          <Standing hour={hour} />
        </header>
        {words && <p className="community-words">{words}</p>}
        <ul className="community-facts">
          <li>
            <CalendarDays size={16} aria-hidden="true" />
            <time dateTime={startsAt}>{when(startsAt)}</time>
          </li>
          <li>
            <Clock size={16} aria-hidden="true" />
            <span>{t('community.hour.span', { minutes })}</span>
          </li>
          <li>
            <MapPin size={16} aria-hidden="true" />
            <Place place={place} />
          </li>
          {!cancelled && (
            <li>
              <Users size={16} aria-hidden="true" />
              <span>{t('community.hour.taken', { taken, places })}</span>
            </li>
          )}
        </ul>
        {hour.can.change && <Guests guests={hour.guests} />}
        {cancelled && (
          <p className="community-words">
            {cancelled.why ? t('community.hour.why', { why: cancelled.why }) : t('community.hour.whyLeft')}
          </p>
        )}
        {!isOver && (
          <Row gap={8}>
            <HourActs hour={hour} />
            {!cancelled && (
              <LinkButton
                look="line"
                icon={Download}
                href={addressOf(getOfficeHourFile, { params: { hourId: id } })}
                download="office-hours.ics"
                aria-label={t('community.hour.fileOf', { topic })}
              >
                {t('community.hour.file')}
              </LinkButton>
            )}
          </Row>
        )}
      </Stack>
    </Card>
  )
}

/** What it is to the reader. */
function Standing({ hour: { cancelled, isComing, can, taken, places, isOver } }: { hour: OfficeHour }) {
  const t = useText()
  if (cancelled) return <Chip tone="danger">{t('community.hour.cancelled')}</Chip>
  if (can.change) return <Chip tone="primary">{t('community.hour.yours')}</Chip>
  if (isComing) return <Chip tone="success">{t('community.hour.youCome')}</Chip>
  return taken >= places && !isOver ? <Chip>{t('community.hour.full')}</Chip> : null
}

/** A link where it is one. */
function Place({ place }: { place: string }) {
  return /^https?:\/\/\S+$/.test(place) ? (
    <Link href={place} target="_blank" rel="noreferrer">
      {place}
    </Link>
  ) : (
    <span>{place}</span>
  )
}

function Guests({ guests }: Pick<OfficeHour, 'guests'>) {
  const t = useText()
  const list = useList()
  return (
    <p className="community-words">
      {guests.length > 0
        ? t('community.hour.guests', { names: list(guests.map(({ name }) => name)) })
        : t('community.hour.nobody')}
    </p>
  )
}
