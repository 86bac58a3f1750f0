import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '#platform/web/use'
import { Button, Card, Chip, Disclosure, ErrorState, Row, SkeletonRows, Stack } from '#ui'
import { judgementLevels } from '../../criteria/names.ts'
import { type Criterion, getCriteria } from '../../criteria.contract.ts'
import { From } from '../from.tsx'
import { useText } from '../text.ts'
import { CriterionForm } from './criterion-form.tsx'
import { useCriteria } from './use-criteria.ts'
import { useCriterionWords, useLevelName } from './words.ts'
import './criteria.css'

/** By what people judge the courses of a group: to read for everybody, to change for whoever manages it. */
export function CriteriaCard({ groupId }: { groupId: string }) {
  const t = useText()
  const read = useRead(getCriteria, { params: { groupId } }, { topics: ['charter'], keepPrevious: true })
  const [isAdding, setAdding] = useState(false)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={5} hasFace={false} />
  const { items, group, can } = read.data
  return (
    <Card
      title={t('validation.criteria')}
      aside={
        can.change && (
          <Button icon={Plus} onPress={() => setAdding(true)}>
            {t('validation.criteria.add')}
          </Button>
        )
      }
    >
      <p className="ui-muted">{t('validation.criteria.lead')}</p>
      {items.every(({ weight }) => weight === 0) && <p>{t('validation.criteria.none')}</p>}
      <ul className="criteria">
        {items.map((criterion) => (
          <One key={criterion.key} groupId={group.id} criterion={criterion} isOpen={can.change} />
        ))}
      </ul>
      {isAdding && <CriterionForm groupId={group.id} criterion={null} onClose={() => setAdding(false)} />}
    </Card>
  )
}

interface OneProps {
  groupId: string
  criterion: Criterion
  /** Whether the reader may change it. */
  isOpen: boolean
}

function One({ groupId, criterion, isOpen }: OneProps) {
  const t = useText()
  const levelName = useLevelName()
  const { name, question } = useCriterionWords()(criterion)
  const { weight, passesAt, from } = criterion
  return (
    <li data-off={weight === 0 || undefined}>
      <Row justify="between">
        <h3>{name}</h3>
        <small className="ui-muted">
          <From from={from} groupId={groupId} />
        </small>
      </Row>
      {question && <p>{question}</p>}
      <Row gap={8}>
        <Chip tone={weight > 0 ? 'primary' : 'neutral'}>{t('validation.criteria.weightOf', { weight })}</Chip>
        {weight > 0 && <Chip>{t('validation.criteria.passesAt', { level: levelName(passesAt) })}</Chip>}
      </Row>
      <Disclosure title={t('validation.criteria.levels')}>
        <Levels criterion={criterion} />
      </Disclosure>
      {isOpen && <Changing groupId={groupId} criterion={criterion} name={name} />}
    </li>
  )
}

/** What a course is like on each level, with an example. */
function Levels({ criterion }: { criterion: Criterion }) {
  const t = useText()
  const levelName = useLevelName()
  const { levels } = useCriterionWords()(criterion)
  return (
    <dl className="criterion-levels">
      {judgementLevels.map((level) => {
        const { text = '', example = '' } = levels[level - 1] ?? {}
        return (
          <div key={level} data-passes={level >= criterion.passesAt || undefined}>
            <dt>{levelName(level)}</dt>
            <dd>
              {text}
              {example && <small>{t('validation.criteria.example', { example })}</small>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Changing({ groupId, criterion, name }: { groupId: string; criterion: Criterion; name: string }) {
  const t = useText()
  const [isChanging, setChanging] = useState(false)
  const { takeOut, isLeaving } = useCriteria(groupId)
  const isOwn = criterion.from?.id === groupId
  const { isBorrowed } = criterion
  return (
    <Stack gap={8}>
      <Row gap={8}>
        <Button
          size="sm"
          aria-label={t('validation.criteria.changeWhat', { name })}
          onPress={() => setChanging(true)}
        >
          {t('validation.criteria.change')}
        </Button>
        {isOwn && (
          <Button
            size="sm"
            look="ghost"
            isPending={isLeaving}
            aria-label={
              isBorrowed
                ? t('validation.charter.leaveWhat', { rule: name })
                : t('validation.criteria.removeWhat', { name })
            }
            onPress={() => takeOut(criterion)}
          >
            {isBorrowed ? t('validation.charter.leave') : t('validation.criteria.remove')}
          </Button>
        )}
      </Row>
      {isChanging && (
        <CriterionForm groupId={groupId} criterion={criterion} onClose={() => setChanging(false)} />
      )}
    </Stack>
  )
}
