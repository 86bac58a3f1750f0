import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import {
  Avatar,
  Button,
  Callout,
  Card,
  EmptyState,
  Link,
  List,
  ListRow,
  ListStatus,
  Row,
  ShowMore,
  Stack,
  Time,
} from '#ui'
import { listRuleGifts, type RuleGift } from '../../given.contract.ts'
import type { RecognitionRule } from '../../rule.contract.ts'
import { useAmounts } from '../bonus/amount.ts'
import { useText as useBonusText } from '../bonus/text.ts'
import { TakeBackAll, TakeBackOne } from './take-back.tsx'
import { useText } from './text.ts'
import { Thing } from './thing.tsx'

/** What a rule gave, the latest first; to take back what was a mistake. */
export function Given({ rule }: { rule: RecognitionRule }) {
  const t = useText()
  const [taking, setTaking] = useState<RuleGift | 'all' | null>(null)
  const list = useList(listRuleGifts, { params: { ruleId: rule.id } }, { topics: ['rules'] })
  const close = () => setTaking(null)
  return (
    <Card title={t('rule.part.given')}>
      <Stack>
        <ListStatus list={list} rows={2} />
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState title={t('rule.gaveNothing')} isSmall>
            {t('rule.gaveNothingText')}
          </EmptyState>
        )}
        {rule.given.unproposed > 0 && (
          <Callout>{t('rule.unproposed', { count: rule.given.unproposed })}</Callout>
        )}
        {list.items.length > 0 && rule.given.takenBack < rule.given.times && (
          <Row>
            <Button look="line" onPress={() => setTaking('all')}>
              {t('rule.takeBackAll')}
            </Button>
          </Row>
        )}
        <List label={t('rule.part.given')}>
          {list.items.map((gift) => (
            <Gift key={gift.id} gift={gift} onTake={() => setTaking(gift)} />
          ))}
        </List>
        <ShowMore list={list} />
      </Stack>
      {taking === 'all' && <TakeBackAll rule={rule} onClose={close} />}
      {taking !== null && taking !== 'all' && <TakeBackOne gift={taking} onClose={close} />}
    </Card>
  )
}

function Gift({ gift, onTake }: { gift: RuleGift; onTake: () => void }) {
  const t = useText()
  const { member, points, isBadge, isAwarded, bonus, course, need, at, version, taken } = gift
  const isNothing = points === 0 && !isBadge && !bonus?.state
  const name = member?.name ?? t('rule.unnamed')
  return (
    <ListRow
      isAfterBelow
      before={member && <Avatar id={member.id} name={member.name} />}
      title={member ? <Link href={linkTo(paths.member, { memberId: member.id })}>{name}</Link> : name}
      text={
        <>
          {(points > 0 || isBadge) && t('rule.worth', { points, isBadge: isBadge ? 'yes' : 'no' })}{' '}
          <Thing course={course} need={need} /> · <Time at={at} /> · {t('rule.byVersion', { version })}
          {isBadge && !isAwarded && <> · {t('rule.heldAlready')}</>}
          {bonus && <GivenBonus bonus={bonus} isTaken={taken !== null} />}
          {taken && <Taken taken={taken} />}
        </>
      }
      after={
        !taken &&
        !isNothing && (
          <Button size="sm" look="line" aria-label={t('rule.takeBackOf', { name })} onPress={onTake}>
            {t('rule.takeBack')}
          </Button>
        )
      }
    />
  )
}

/** What became of the bonus that a rule proposed; or why it proposed none. */
function GivenBonus({ bonus, isTaken }: { bonus: NonNullable<RuleGift['bonus']>; isTaken: boolean }) {
  const t = useText()
  const own = useBonusText()
  const say = useAmounts()
  const { unit, state, against } = bonus
  const amount = say(unit, bonus.amount)
  if (state === null)
    return (
      <span className="rule-line">
        {t('rule.bonusNot', { amount, why: against ? t(`rule.against.${against}`) : '' })}
      </span>
    )
  return (
    <span className="rule-line">
      {t('rule.bonusState', { amount, state: own(`bonus.state.${state}`) })}{' '}
      {isTaken && (state === 'approved' || state === 'exported') && (
        <>
          <strong>{t('rule.bonusByHand')}</strong> <Link href={paths.bonuses}>{t('rule.toBonuses')}</Link>
        </>
      )}
    </span>
  )
}

function Taken({ taken: { by, reason, missing } }: { taken: NonNullable<RuleGift['taken']> }) {
  const t = useText()
  return (
    <span className="rule-taken">
      {t('rule.takenBack', { name: by.name, reason })}{' '}
      {missing > 0 && <strong>{t('rule.takenMissing', { points: missing })}</strong>}
    </span>
  )
}
