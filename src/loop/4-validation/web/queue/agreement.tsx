import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, Link, List, SkeletonText, Stack, useList, useNumber } from '#ui'
import { type CriterionAgreement, listAgreement } from '../../calibration.contract.ts'
import { useCriterionWords } from '../criteria/words.ts'
import { useText } from '../text.ts'
import './queue.css'

/** On which criteria reviewers disagree, with what to do about it. Nothing in it is told of one person. */
export function Agreement({ groupId }: { groupId: string }) {
  const t = useText()
  const read = useRead(listAgreement, { params: { groupId } }, { topics: ['reviews', 'charter'] })
  return (
    <Card title={t('validation.agreement')}>
      {read.isPending && <SkeletonText lines={3} />}
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.data && <Told items={read.data.items} groupId={groupId} />}
    </Card>
  )
}

function Told({ items, groupId }: { items: CriterionAgreement[]; groupId: string }) {
  const t = useText()
  const list = useList()
  const wordsOf = useCriterionWords()
  const nameOf = (one: CriterionAgreement) => wordsOf(one).name
  const quoted = (one: CriterionAgreement) => t('validation.agreement.quoted', { name: nameOf(one) })
  const number = useNumber({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const within = (state: CriterionAgreement['state']) => items.filter((one) => one.state === state)
  const [disagreed, agreed, few] = [within('disagreed'), within('agreed'), within('few')]
  const named = (one: CriterionAgreement) =>
    one.alpha === null
      ? quoted(one)
      : t('validation.agreement.named', { name: nameOf(one), alpha: number(one.alpha) })
  const counted = (one: CriterionAgreement) => {
    const { courses, reviewers } = one
    if (courses === 0) return quoted(one)
    return t('validation.agreement.counted', { name: nameOf(one), courses, reviewers })
  }
  return (
    <Stack gap={12}>
      <p className="queue-quiet">{t('validation.agreement.text')}</p>
      {disagreed.length === 0 && (agreed.length > 0 || few.length === 0) && (
        <p className="queue-words">{t('validation.agreement.none')}</p>
      )}
      {disagreed.length > 0 && (
        <List className="queue-agreement" label={t('validation.agreement')}>
          {disagreed.map((one) => (
            <li key={one.key}>
              <Link href={linkTo(paths.charter, {}, { query: { group: groupId } })}>{nameOf(one)}</Link>
              <p>{t('validation.agreement.low', { alpha: number(one.alpha ?? 0) })}</p>
            </li>
          ))}
        </List>
      )}
      {agreed.length > 0 && (
        <p className="queue-words">
          {t('validation.agreement.agreed', { count: agreed.length, names: list(agreed.map(named)) })}
        </p>
      )}
      {few.length > 0 && (
        <p className="queue-quiet">
          {t('validation.agreement.few', { count: few.length, names: list(few.map(counted)) })}
        </p>
      )}
    </Stack>
  )
}
