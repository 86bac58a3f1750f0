import { Plus } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Card,
  EmptyState,
  ForbiddenState,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Page,
  SegmentedControl,
  ShowMore,
  Stack,
} from '#ui'
import { listRewards, type Reward } from '../../reward.contract.ts'
import { kindIcons } from './kinds.ts'
import { useText } from './text.ts'
import { useIsDesigner } from './use-is-designer.ts'
import './rewards.css'

/** The rewards of the organization, for those who design them. */
export function Component() {
  const t = useText()
  const isDesigner = useIsDesigner()
  const make = (
    <LinkButton href={paths.newReward} look="primary" icon={Plus}>
      {t('reward.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('reward.designs')}
      lead={t('reward.designsLead')}
      width="middle"
      actions={
        <>
          <LinkButton href={paths.rewards}>{t('reward.asMembers')}</LinkButton>
          {isDesigner && make}
        </>
      }
    >
      {isDesigner ? <Designs make={make} /> : <ForbiddenState>{t('reward.forbidden')}</ForbiddenState>}
    </Page>
  )
}

function Designs({ make }: { make: React.ReactNode }) {
  const t = useText()
  const [archived, show] = useChoice('archived', ['false', 'true'])
  const list = useList(listRewards, { query: { archived } }, { topics: ['rewards'] })
  const isEmpty = list.isSuccess && list.items.length === 0
  return (
    <Stack gap={16}>
      <SegmentedControl
        label={t('reward.whichOnes')}
        value={archived}
        onChange={show}
        items={[
          { id: 'false', label: t('reward.offered') },
          { id: 'true', label: t('reward.archived') },
        ]}
      />
      <ListStatus list={list} />
      {isEmpty && (
        <EmptyState
          title={t(archived === 'true' ? 'reward.noneArchived' : 'reward.none')}
          action={archived === 'false' && make}
        >
          {archived === 'false' && t('reward.noneAdmin')}
        </EmptyState>
      )}
      {list.items.length > 0 && (
        <Card isFlush>
          <List label={t('reward.designs')}>
            {list.items.map((reward) => (
              <Design key={reward.id} reward={reward} />
            ))}
          </List>
        </Card>
      )}
      <ShowMore list={list} />
    </Stack>
  )
}

function Design({ reward: { id, name, kind, price, left, groups, isDrawn } }: { reward: Reward }) {
  const t = useText()
  const Icon = kindIcons[kind]
  const facts = [
    t('reward.points', { count: price }),
    left === null ? t('reward.endless') : t('reward.left', { count: left }),
    groups.length > 0 && groups.map((group) => group.name).join(', '),
    isDrawn && t('reward.isDrawn'),
  ]
  return (
    <ListRow
      before={
        <span className="reward-icon" data-kind={kind}>
          <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
        </span>
      }
      title={name}
      text={facts.filter(Boolean).join(' · ')}
      href={linkTo(paths.reward, { rewardId: id })}
    />
  )
}
