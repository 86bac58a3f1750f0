import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { Bar, Button, Card, Chip, LinkButton, Muted, useDate, useList } from '#ui'
import type { Reward } from '../../reward.contract.ts'
import { kindIcons } from './kinds.ts'
import { RedeemDialog } from './redeem-dialog.tsx'
import { useText } from './text.ts'
import { noonOf, useWhy } from './use-why.ts'

interface RewardCardProps {
  reward: Reward
  /** That the reader has. */
  points: number
}

/** One reward: what it is, what it costs, what is left, and the way to it or what is in the way. */
export function RewardCard({ reward, points }: RewardCardProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const { name, about, kind, price, why, draw } = reward
  const Icon = kindIcons[kind]
  return (
    <Card as="li" className="reward-card">
      <div className="reward-head">
        <span className="reward-icon" data-kind={kind}>
          <Icon size={26} strokeWidth={1.75} aria-hidden="true" />
        </span>
        <div>
          <h2 className="reward-name">{name}</h2>
          <Muted>{t(`reward.kind.${kind}`)}</Muted>
        </div>
      </div>
      {about && <p className="reward-about">{about}</p>}
      <Terms reward={reward} />
      <div className="reward-foot">
        <strong className="reward-price">{t('reward.points', { count: price })}</strong>
        {draw && (
          <LinkButton
            href={linkTo(paths.draw, { drawId: draw.id })}
            look={draw.drawnAt || draw.isIn ? 'line' : 'primary'}
            aria-label={t('draw.openOf', { name })}
          >
            {t('draw.open')}
          </LinkButton>
        )}
        {why === null && (
          <Button look="primary" aria-label={t('reward.redeemOf', { name })} onPress={() => setOpen(true)}>
            {t('reward.redeem')}
          </Button>
        )}
      </div>
      <Hindrance reward={reward} points={points} />
      {isOpen && <RedeemDialog reward={reward} points={points} onClose={() => setOpen(false)} />}
    </Card>
  )
}

/** What is in the way; where only points are, how near one is. */
function Hindrance({ reward, points }: RewardCardProps) {
  const t = useText()
  const date = useDate('moment')
  const { why, draw, price, name } = reward
  const isOpen = why === 'drawn' && draw && !draw.drawnAt
  const inTheWay = useWhy(reward)
  const words = isOpen
    ? t(draw.isIn ? 'draw.isIn' : 'draw.until', { time: date(draw.closesAt), count: draw.entries })
    : inTheWay
  if (words === null) return null
  return (
    <div className="reward-why">
      {why === 'points' && <Bar label={t('reward.nearing', { name })} value={points / price} size="sm" />}
      <Muted>{words}</Muted>
    </div>
  )
}

/** What holds of it: pieces, limits, for whom, until when, and whether somebody must agree. */
function Terms({ reward }: { reward: Reward }) {
  const t = useText()
  const date = useDate()
  const list = useList()
  const { left, limit, approval, until, groups, why } = reward
  return (
    <div className="reward-terms">
      {left !== null && left > 0 && (
        <Chip tone={left <= 3 ? 'warm' : 'neutral'}>{t('reward.left', { count: left })}</Chip>
      )}
      {limit && <Chip>{t('reward.limitOf', { most: limit.most, per: limit.per })}</Chip>}
      {approval !== 'none' && <Chip>{t(`reward.approval.${approval}.short`)}</Chip>}
      {groups.length > 0 && why !== 'apart' && (
        <Chip>{t('reward.for', { groups: list(groups.map((group) => group.name)) })}</Chip>
      )}
      {until && <Chip>{t('reward.untilDay', { date: date(noonOf(until)) })}</Chip>}
    </div>
  )
}
