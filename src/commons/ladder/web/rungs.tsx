import { CircleCheck, CircleDashed } from 'lucide-react'
import { Time } from '#ui'
import type { RungDone } from '../ladder.contract.ts'
import { useText } from './text.ts'
import './ladder.css'

/** Every rung: whether it was done, how often, and when last. */
export function Rungs({ rungs }: { rungs: readonly RungDone[] }) {
  const t = useText()
  return (
    <ul className="ladder-rungs">
      {rungs.map(({ rung, count, firstAt, lastAt }) => (
        <li key={rung} data-done={count > 0 || undefined}>
          {count > 0 ? (
            <CircleCheck size={20} role="img" aria-label={t('ladder.done')} />
          ) : (
            <CircleDashed size={20} role="img" aria-label={t('ladder.notYet')} />
          )}
          <span>{t(`ladder.rung.${rung}`)}</span>
          {firstAt && lastAt && (
            <span className="ui-muted">
              {t.rich('ladder.times', { count, time: <Time at={count > 1 ? lastAt : firstAt} isSaid /> })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
