import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  ArchiveButton,
  Chip,
  ErrorState,
  ForbiddenState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
  sayRefusal,
  toast,
} from '#ui'
import { archiveReward, changeReward, getReward, type Reward, restoreReward } from '../../reward.contract.ts'
import { Draws } from './draws.tsx'
import { type Draft, RewardForm, wordsOf } from './reward-form.tsx'
import { Stock } from './stock.tsx'
import { useText } from './text.ts'
import './rewards.css'

/** One reward, to change, to restock and to archive. */
export function Component() {
  const t = useText()
  const { rewardId = '' } = useParams()
  const read = useRead(getReward, { params: { rewardId } }, { topics: ['rewards'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.rewards}>{t('reward.title')}</LinkButton>}>
        {t('reward.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneReward reward={read.data} />
}

function OneReward({ reward }: { reward: Reward }) {
  const t = useText()
  const { id, name, version, archivedAt, isCounted, isDrawn, can } = reward
  return (
    <Page
      title={name}
      breadcrumbs={[{ label: t('reward.designs'), href: paths.rewardDesigns }]}
      actions={can.change && <Archiving reward={reward} />}
    >
      {can.change ? (
        <Stack gap={24}>
          {archivedAt && (
            <div>
              <Chip>{t('reward.archived')}</Chip>
            </div>
          )}
          <Editor key={`${id} ${version}`} reward={reward} />
          {isDrawn && <Draws reward={reward} />}
          {isCounted && <Stock reward={reward} />}
        </Stack>
      ) : (
        <ForbiddenState action={<LinkButton href={paths.rewards}>{t('reward.title')}</LinkButton>}>
          {t('reward.forbidden')}
        </ForbiddenState>
      )}
    </Page>
  )
}

const draftOf = ({ name, about, kind, approval, isDrawn, isCounted, ...reward }: Reward): Draft => ({
  ...{ name, about, kind, approval, isDrawn, isCounted, pieces: null, price: `${reward.price}` },
  ...{ most: `${reward.limit?.most ?? 1}`, per: reward.limit?.per ?? 'never' },
  ...{ from: reward.from ?? '', until: reward.until ?? '' },
  groups: reward.groups.map((group) => ({ id: group.id, label: group.name })),
})

/** Changes the reward; can be put back as it was from the message that says so. */
function Editor({ reward }: { reward: Reward }) {
  const t = useText()
  const params = { rewardId: reward.id }
  const change = useWrite(changeReward, ['rewards'])
  const bodyOf = (draft: Draft, version: number) => ({
    ...wordsOf(draft),
    ...{ isCounted: draft.isCounted, version },
  })
  const putBack = (version: number) =>
    change.mutate(
      { params, body: bodyOf(draftOf(reward), version) },
      { onSuccess: () => toast(t('reward.putBack')), onError: sayRefusal },
    )
  const send = (draft: Draft) =>
    change.mutate(
      { params, body: bodyOf(draft, reward.version) },
      {
        onSuccess: ({ version }) =>
          toast({ text: t('reward.saved'), tone: 'success', undo: () => putBack(version) }),
      },
    )
  return (
    <RewardForm
      first={draftOf(reward)}
      action={t('reward.save')}
      isPending={change.isPending}
      error={change.error}
      onSend={send}
    />
  )
}

function Archiving({ reward: { id, name, archivedAt } }: { reward: Reward }) {
  const t = useText()
  const params = { rewardId: id }
  const archive = useWrite(archiveReward, ['rewards'])
  const restore = useWrite(restoreReward, ['rewards'])
  return (
    <ArchiveButton
      isArchived={archivedAt !== null}
      isPending={archive.isPending || restore.isPending}
      archive={(after) => archive.mutate({ params }, after)}
      restore={(after) => restore.mutate({ params }, after)}
      words={{
        archive: t('reward.archive'),
        restore: t('reward.restore'),
        archived: t('reward.archivedNow', { name }),
        restored: t('reward.restored', { name }),
      }}
    />
  )
}
