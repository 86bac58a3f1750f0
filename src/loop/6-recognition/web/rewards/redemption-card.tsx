import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { Card, Chip, Disclosure, Link, List, ListRow, Muted, Time } from '#ui'
import type { Redemption } from '../../redemption.contract.ts'
import { kindIcons } from './kinds.ts'
import { useText } from './text.ts'

const tones = {
  asked: 'warm',
  approved: 'info',
  fulfilled: 'success',
  declined: 'danger',
  cancelled: 'neutral',
  refunded: 'neutral',
} as const

interface RedemptionCardProps {
  redemption: Redemption
  /** Whether it says who asked: not to themselves. */
  isOfOthers?: boolean
  /** A gift to the reader: who gives it is said, not what it cost. */
  isReceived?: boolean
  children?: ReactNode
}

/** A request: what for, from whom, how it stands, and how it went. */
export function RedemptionCard({ redemption, isOfOthers, isReceived, children }: RedemptionCardProps) {
  const t = useText()
  const { name, kind, price, member, to, words, state, steps, drawId } = redemption
  const Icon = kindIcons[kind]
  const [asked] = steps
  return (
    <Card as="li" className="redemption">
      <div className="reward-head">
        <span className="reward-icon" data-kind={kind}>
          <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
        </span>
        <div>
          <h2 className="reward-name">{name}</h2>
          <Muted>
            {isOfOthers && <>{member.name} · </>}
            {isReceived ? (
              t('redemption.from', { name: member.name })
            ) : (
              <>
                {to && <>{t('redemption.for', { name: to.name })} · </>}
                {t('reward.points', { count: price })}
              </>
            )}
            {asked && (
              <>
                {' · '}
                <Time at={asked.at} />
              </>
            )}
          </Muted>
        </div>
        <Chip tone={tones[state]}>{t(`redemption.state.${state}`)}</Chip>
      </div>
      {words && <blockquote className="redemption-words">{words}</blockquote>}
      {drawId && <Link href={linkTo(paths.draw, { drawId })}>{t('draw.won')}</Link>}
      <Course redemption={redemption} />
      {children && <div className="redemption-actions">{children}</div>}
    </Card>
  )
}

/** How it went: the last step in sight, all of them behind a line. */
function Course({ redemption: { steps } }: { redemption: Redemption }) {
  const t = useText()
  const last = steps.at(-1)
  if (!last || steps.length < 2) return null
  return (
    <>
      {last.words && <p className="reward-about">{t('redemption.said', { words: last.words })}</p>}
      <Disclosure title={t('redemption.course')}>
        <List label={t('redemption.course')}>
          {steps.map(({ state, at, by, words }) => (
            <ListRow
              key={state}
              title={t(`redemption.state.${state}`)}
              text={
                <>
                  {by ? by.name : t('redemption.byItself')}, <Time at={at} />
                  {words && <span className="redemption-said">{words}</span>}
                </>
              }
            />
          ))}
        </List>
      </Disclosure>
    </>
  )
}
