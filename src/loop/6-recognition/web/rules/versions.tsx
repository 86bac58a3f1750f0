import { useList, useWrite } from '#platform/web/use'
import { Button, Card, List, ListRow, ListStatus, ShowMore, sayRefusal, Time, toast, useDate } from '#ui'
import { listRuleVersions, type RuleHistory } from '../../given.contract.ts'
import { changeRule, type RecognitionRule } from '../../rule.contract.ts'
import { useSentences } from './sentence.tsx'
import { useText } from './text.ts'

/** What a rule said before: who made each version, when it was on, what it gave; and the way back to it. */
export function Versions({ rule }: { rule: RecognitionRule }) {
  const t = useText()
  const list = useList(listRuleVersions, { params: { ruleId: rule.id } }, { topics: ['rules'] })
  return (
    <Card title={t('rule.part.versions')}>
      <ListStatus list={list} rows={2} />
      <List label={t('rule.part.versions')}>
        {list.items.map((one) => (
          <Version key={one.version} rule={rule} one={one} />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

function Version({ rule, one }: { rule: RecognitionRule; one: RuleHistory }) {
  const t = useText()
  const sentences = useSentences()
  const { version, name, madeBy, madeAt, given } = one
  return (
    <ListRow
      isAfterBelow
      title={t('rule.versionTitle', { version, name })}
      text={
        <>
          <span className="rule-line">{sentences(one).join(' ')}</span>
          <span className="rule-line">
            {t('rule.versionNow', { count: given.times, points: given.points, bonuses: given.bonuses })}{' '}
            <Periods one={one} />
          </span>
          {t.rich('rule.versionBy', { name: madeBy.name, time: <Time key="time" at={madeAt} isSaid /> })}
        </>
      }
      after={version !== rule.version && <BringBack rule={rule} one={one} />}
    />
  )
}

function Periods({ one: { periods } }: { one: RuleHistory }) {
  const t = useText()
  const date = useDate()
  if (periods.length === 0) return t('rule.versionNever')
  return periods
    .map(({ from, to }) =>
      to
        ? t('rule.versionOn', { from: date(from), to: date(to) })
        : t('rule.versionOnStill', { from: date(from) }),
    )
    .join(' ')
}

/** Keeps what a version said as the latest one. */
function BringBack({ rule, one }: { rule: RecognitionRule; one: RuleHistory }) {
  const t = useText()
  const change = useWrite(changeRule, ['rules'])
  const { name, when, about, audience, gives, badge, bonus, caps } = one
  const body = { name, when, about, audience, gives, badge, bonus, caps, version: rule.version }
  const bring = () =>
    change.mutate(
      { params: { ruleId: rule.id }, body },
      {
        onSuccess: ({ version }) => toast({ text: t('rule.saved', { version }), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  return (
    <Button
      size="sm"
      look="line"
      aria-label={t('rule.versionBack', { version: one.version })}
      isPending={change.isPending}
      onPress={bring}
    >
      {t('rule.versionBackShort')}
    </Button>
  )
}
