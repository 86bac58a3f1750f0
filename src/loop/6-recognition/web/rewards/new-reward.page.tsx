import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { ForbiddenState, Page, toast } from '#ui'
import { designReward } from '../../reward.contract.ts'
import { type Draft, RewardForm, wordsOf } from './reward-form.tsx'
import { useText } from './text.ts'
import { useIsDesigner } from './use-is-designer.ts'
import './rewards.css'

const first: Draft = {
  ...{ name: '', about: '', kind: 'thing', price: '', pieces: '', isCounted: true, isDrawn: false },
  ...{ approval: 'none', most: '1', per: 'never', from: '', until: '', groups: [] },
}

/** A new reward. */
export function Component() {
  const t = useText()
  const navigate = useNavigate()
  const design = useWrite(designReward, ['rewards'])
  const isDesigner = useIsDesigner()
  const send = (draft: Draft) =>
    design.mutate(
      { body: { ...wordsOf(draft), pieces: draft.isCounted ? Number(draft.pieces) : null } },
      {
        onSuccess: ({ id, name }) => {
          toast({ text: t('reward.designed', { name }), tone: 'success' })
          void navigate(linkTo(paths.reward, { rewardId: id }))
        },
      },
    )
  return (
    <Page
      title={t('reward.new')}
      breadcrumbs={[{ label: t('reward.designs'), href: paths.rewardDesigns }]}
      width="wide"
    >
      {isDesigner ? (
        <RewardForm
          first={first}
          action={t('reward.design')}
          isPending={design.isPending}
          error={design.error}
          onSend={send}
        />
      ) : (
        <ForbiddenState>{t('reward.forbidden')}</ForbiddenState>
      )}
    </Page>
  )
}
