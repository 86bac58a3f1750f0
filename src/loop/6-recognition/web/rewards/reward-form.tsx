import { useState } from 'react'
import {
  Button,
  Card,
  Form,
  type FormProps,
  RadioGroup,
  Row,
  Select,
  Stack,
  Switch,
  TextArea,
  TextField,
} from '#ui'
import type { Reward } from '../../reward.contract.ts'
import { mostPieces, mostPrice, rewardKinds, spans } from '../../rewards/choices.ts'
import { type Group, GroupsField } from './groups-field.tsx'
import { useText } from './text.ts'

/** A reward being designed; numbers are as they are typed. */
export interface Draft
  extends Pick<Reward, 'name' | 'about' | 'kind' | 'approval' | 'isDrawn' | 'isCounted'> {
  price: string
  /** Only of a new one. */
  pieces: string | null
  most: string
  per: NonNullable<Reward['limit']>['per'] | 'never'
  from: string
  until: string
  groups: readonly Group[]
}

export const isWhole = (words: string, least: number, most: number): boolean =>
  /^\d{1,7}$/.test(words.trim()) && Number(words) >= least && Number(words) <= most

/** What a draft says, as the API takes it. */
export const wordsOf = ({ name, about, kind, approval, isDrawn, ...draft }: Draft) => ({
  ...{ name, about, kind, approval, isDrawn, price: Number(draft.price) },
  limit: draft.per === 'never' ? null : { most: Number(draft.most), per: draft.per },
  ...{ from: draft.from || null, until: draft.until || null },
  groupIds: draft.groups.map(({ id }) => id),
})

interface RewardFormProps {
  first: Draft
  action: string
  isPending: boolean
  error: FormProps['error']
  onSend: (draft: Draft) => void
}

/** A reward being designed: what it is, what it costs, and who may have it. */
export function RewardForm({ first, action, isPending, error, onSend }: RewardFormProps) {
  const t = useText()
  const [draft, setDraft] = useState(first)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  return (
    <Form onSubmit={() => onSend(draft)} error={error}>
      <div className="reward-design">
        <Card title={t('reward.what')}>
          <What draft={draft} onChange={set} />
        </Card>
        <Card title={t('reward.who')}>
          <Who draft={draft} onChange={set} />
        </Card>
      </div>
      <Row>
        <Button type="submit" look="primary" isPending={isPending}>
          {action}
        </Button>
      </Row>
    </Form>
  )
}

interface PartProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

function What({ draft, onChange }: PartProps) {
  const t = useText()
  const { name, about, kind, price } = draft
  return (
    <Stack gap={16}>
      <TextField
        label={t('reward.name')}
        name="name"
        value={name}
        onChange={(said) => onChange({ name: said })}
        maxLength={80}
        isRequired
      />
      <TextArea
        label={t('reward.about')}
        name="about"
        hint={t('reward.aboutHint')}
        value={about}
        onChange={(said) => onChange({ about: said })}
        maxLength={600}
        isOptional
      />
      <Select
        label={t('reward.kind')}
        name="kind"
        items={rewardKinds.map((id) => ({ id, label: t(`reward.kind.${id}`) }))}
        value={kind}
        onChange={(chosen) => onChange({ kind: chosen })}
      />
      <TextField
        label={t('reward.price')}
        name="price"
        inputMode="numeric"
        value={price}
        onChange={(said) => onChange({ price: said })}
        check={(said) =>
          isWhole(said, 1, mostPrice) ? null : t('reward.whole', { least: 1, most: mostPrice })
        }
        isRequired
      />
      <Stock draft={draft} onChange={onChange} />
    </Stack>
  )
}

/** Whether pieces are counted, and of a new reward how many there are. */
function Stock({ draft: { isCounted, pieces, isDrawn }, onChange }: PartProps) {
  const t = useText()
  return (
    <>
      <Switch
        isSelected={isCounted}
        onChange={(next) => onChange({ isCounted: next })}
        hint={t('reward.countedHint')}
      >
        {t('reward.counted')}
      </Switch>
      {isCounted && pieces !== null && (
        <TextField
          label={t('reward.pieces')}
          name="pieces"
          inputMode="numeric"
          value={pieces}
          onChange={(said) => onChange({ pieces: said })}
          check={(said) =>
            isWhole(said, 0, mostPieces) ? null : t('reward.whole', { least: 0, most: mostPieces })
          }
          isRequired
        />
      )}
      <Switch
        isSelected={isDrawn}
        onChange={(next) => onChange({ isDrawn: next })}
        hint={t('reward.isDrawnHint')}
      >
        {t('reward.isDrawn')}
      </Switch>
    </>
  )
}

function Who({ draft, onChange }: PartProps) {
  const t = useText()
  const { approval, groups, from, until } = draft
  return (
    <Stack gap={16}>
      <GroupsField value={groups} onChange={(chosen) => onChange({ groups: chosen })} />
      <RadioGroup
        label={t('reward.approval')}
        hint={t('reward.approvalHint')}
        items={(['none', 'managers', 'admins'] as const).map((id) => ({
          id,
          label: t(`reward.approval.${id}`),
        }))}
        value={approval}
        onChange={(chosen) => onChange({ approval: chosen })}
      />
      <Limit draft={draft} onChange={onChange} />
      <div className="reward-days">
        <TextField
          type="date"
          label={t('reward.from')}
          name="from"
          value={from}
          onChange={(day) => onChange({ from: day })}
          isOptional
        />
        <TextField
          type="date"
          label={t('reward.until')}
          name="until"
          value={until}
          onChange={(day) => onChange({ until: day })}
          isOptional
        />
      </div>
    </Stack>
  )
}

function Limit({ draft: { per, most }, onChange }: PartProps) {
  const t = useText()
  return (
    <>
      <Select
        label={t('reward.limit')}
        items={(['never', ...spans] as const).map((id) => ({ id, label: t(`reward.limit.${id}`) }))}
        value={per}
        onChange={(chosen) => onChange({ per: chosen })}
      />
      {per !== 'never' && (
        <TextField
          label={t('reward.limitMost')}
          name="limit"
          inputMode="numeric"
          value={most}
          onChange={(said) => onChange({ most: said })}
          check={(said) => (isWhole(said, 1, 1000) ? null : t('reward.whole', { least: 1, most: 1000 }))}
          isRequired
        />
      )}
    </>
  )
}
