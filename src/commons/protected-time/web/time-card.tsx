import { Download } from 'lucide-react'
import { addressOf } from '#platform/http/call'
import { Avatar, Card, Chip, LinkButton, Muted, Row, Stack, type Tone, useDate, useLocale } from '#ui'
import { getTimeFile, type ProtectedTime } from '../contract.ts'
import { Answer } from './answer.tsx'
import { Months } from './months.tsx'
import { Settle } from './settle.tsx'
import { useText } from './text.ts'
import { noonOf, weekdayName } from './words.ts'

const tones: Record<ProtectedTime['state'], Tone> = {
  asked: 'warm',
  proposed: 'warm',
  agreed: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
  ended: 'neutral',
}

/** One agreement, or what may become one: whose it is, how much, when, who answers, and what became of it. */
export function TimeCard({ time }: { time: ProtectedTime }) {
  const t = useText()
  const { id, member, state, hours, askedHours, why, months, agreedAt } = time
  const amount = t('protected.amount', { hours: hours ?? askedHours })
  return (
    <Card as="article">
      <Stack gap={16}>
        <header className="time-head">
          <Avatar id={member.id} name={member.name} />
          <div className="time-who">
            <h2 className="time-name">{member.name}</h2>
            <span>{amount}</span>
          </div>
          <Chip tone={tones[state]}>{t(`protected.state.${state}`)}</Chip>
        </header>
        <p className="time-words">{why}</p>
        <When time={time} />
        <Said time={time} />
        <Row gap={8}>
          <Answer time={time} />
          <Settle time={time} />
          {agreedAt && (
            <LinkButton
              look="line"
              icon={Download}
              href={addressOf(getTimeFile, { params: { timeId: id } })}
              download="protected.ics"
            >
              {t('protected.file')}
            </LinkButton>
          )}
        </Row>
        {months.length > 0 && <Months time={time} />}
      </Stack>
    </Card>
  )
}

/** From when until when, and on which days. */
function When({ time }: { time: ProtectedTime }) {
  const t = useText()
  const locale = useLocale()
  const date = useDate('day')
  const { fromDay, untilDay, ended, rhythm, weekday, timeZone, askedHours, hours } = time
  const last = ended?.on ?? untilDay
  const on =
    rhythm === 'flexible' || weekday === null
      ? t('protected.on.flexible')
      : t(`protected.on.${rhythm}`, {
          ...{ weekday: weekdayName(locale, weekday), time: time.time ?? '', zone: timeZone },
        })
  return (
    <div className="time-when">
      <span>
        {t('protected.span', { from: date(noonOf(fromDay)), until: date(noonOf(last)) })}, {on}
      </span>
      {hours !== null && hours !== askedHours && <Muted>{t('protected.asked', { hours: askedHours })}</Muted>}
    </div>
  )
}

/** Who answers, what they said, and how it ends. */
function Said({ time: { state, manager, group, answer, ended } }: { time: ProtectedTime }) {
  const t = useText()
  const date = useDate('day')
  const day = ended ? date(noonOf(ended.on)) : ''
  const isOpen = state === 'proposed' || state === 'agreed'
  return (
    <div className="time-when">
      {state === 'asked' && <Muted>{t('protected.waits', { group: group.name })}</Muted>}
      {isOpen &&
        (manager ? (
          <Muted>{t('protected.with', { name: manager.name, group: group.name })}</Muted>
        ) : (
          <Muted>{t('protected.nobody', { group: group.name })}</Muted>
        ))}
      {answer && <span>{manager ? t('protected.said', { name: manager.name, words: answer }) : answer}</span>}
      {ended && (
        <span>
          {ended.why ? t('protected.endsWhy', { day, why: ended.why }) : t('protected.ends', { day })}
        </span>
      )}
    </div>
  )
}
