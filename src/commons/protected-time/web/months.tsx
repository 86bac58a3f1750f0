import { useWrite } from '#platform/web/use'
import { Bar, Row, Stack, sayRefusal, ToggleChip, toast, useDate, useNumber } from '#ui'
import { noteTime, type ProtectedTime } from '../contract.ts'
import { useText } from './text.ts'
import { noonOf } from './words.ts'

type Month = ProtectedTime['months'][number]

/** Month by month: how much was used, as whoever has it says, beside what they did for others. */
export function Months({ time }: { time: ProtectedTime }) {
  const t = useText()
  return (
    <section className="time-months" aria-label={t('protected.months')}>
      <h3>{t('protected.months')}</h3>
      <ul>
        {time.months.map((month) => (
          <li key={month.month}>
            <OneMonth time={time} month={month} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneMonth({ time, month: { month, minutes, outcome } }: { time: ProtectedTime; month: Month }) {
  const t = useText()
  const name = useDate('month')(noonOf(`${month}-15`))
  const number = useNumber({ maximumFractionDigits: 1 })
  const hours = time.hours ?? time.askedHours
  const said =
    minutes === null ? t('protected.notNoted') : t('protected.usedOf', { used: number(minutes / 60), hours })
  return (
    <Stack gap={8}>
      <Row justify="between">
        <strong>{name}</strong>
        <span className="ui-muted">{said}</span>
      </Row>
      {minutes !== null && <Bar value={Math.min(1, minutes / (hours * 60))} label={`${name}: ${said}`} />}
      <span>{t('protected.did', outcome)}</span>
      {time.can.note && <Note time={time} month={month} name={name} minutes={minutes} />}
    </Stack>
  )
}

interface NoteProps {
  time: ProtectedTime
  month: string
  name: string
  minutes: number | null
}

/** One press says how much of it was used; pressed again, it is taken back. */
function Note({ time, month, name, minutes }: NoteProps) {
  const t = useText()
  const note = useWrite(noteTime, ['protected-time'])
  const all = (time.hours ?? time.askedHours) * 60
  const say = (next: number | null) =>
    note.mutate(
      { params: { timeId: time.id, timeMonth: month }, body: { minutes: next } },
      { onSuccess: () => toast(t('protected.noted')), onError: sayRefusal },
    )
  return (
    <div className="time-note">
      <span className="ui-muted">{t('protected.note')}</span>
      {(
        [
          ['none', 0],
          ['half', all / 2],
          ['all', all],
        ] as const
      ).map(([id, value]) => (
        <ToggleChip
          key={id}
          isSelected={minutes === value}
          isDisabled={note.isPending}
          onChange={(chosen) => say(chosen ? value : null)}
          aria-label={t('protected.noteOf', { month: name, words: t(`protected.note.${id}`) })}
        >
          {t(`protected.note.${id}`)}
        </ToggleChip>
      ))}
    </div>
  )
}
