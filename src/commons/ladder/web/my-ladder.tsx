import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { useSaidLast } from '#platform/web/use-said-last'
import { Card, Link, ListStatus, Stack, Switch, sayRefusal } from '#ui'
import {
  getLadder,
  getMemberLadder,
  type Ladder,
  leaveProposals,
  returnToProposals,
  setLadderChoices,
} from '../ladder.contract.ts'
import { Next } from './next.tsx'
import { Rungs } from './rungs.tsx'
import { useText } from './text.ts'

const topics = ['ladder', 'contributions']

/** What one has given so far, the next small thing, and what others see of it. */
export function MyLadder() {
  const t = useText()
  const read = useRead(getLadder, {}, { topics })
  return (
    <Card title={t('ladder.title')} id="ladder">
      <ListStatus list={read} rows={4} hasFace={false} />
      {read.data && (
        <Stack gap={16}>
          <p className="ui-muted">{t('ladder.lead')}</p>
          <Rungs rungs={read.data.rungs} />
          <Next />
          <Link href={linkTo(paths.contributions, {}, { query: { show: 'mine' } })}>
            {t('ladder.toMine')}
          </Link>
          <Choices choices={read.data.choices} />
        </Stack>
      )}
    </Card>
  )
}

function Choices({ choices }: { choices: Ladder['choices'] }) {
  const t = useText()
  const choose = useWrite(setLadderChoices, topics, 'ladder-choices')
  const { say, shown, latest } = useSaidLast(
    (body: Pick<Ladder['choices'], 'isNamed' | 'isShown'>) => choose.mutateAsync({ body }),
    sayRefusal,
  )
  const { isNamed, isShown, wantsProposals } = { ...choices, ...shown }
  const leave = useWrite(leaveProposals, topics)
  const goBack = useWrite(returnToProposals, topics)
  const onError = sayRefusal
  // Who turns both switches at once means both.
  const set = (part: Partial<Ladder['choices']>) => say({ isNamed, isShown, ...latest(), ...part })
  return (
    <Stack gap={12}>
      <Switch isSelected={isNamed} onChange={(next) => set({ isNamed: next })}>
        {t('ladder.isNamed')}
      </Switch>
      <Switch isSelected={isShown} onChange={(next) => set({ isShown: next })}>
        {t('ladder.isShown')}
      </Switch>
      <Switch
        isSelected={wantsProposals}
        onChange={(next) => (next ? goBack : leave).mutate({}, { onError })}
      >
        {t('ladder.wantsProposals')}
      </Switch>
    </Stack>
  )
}

/** What somebody has given so far, where they show it. */
export function MemberLadder({ memberId }: { memberId: string }) {
  const t = useText()
  const read = useRead(getMemberLadder, { params: { memberId } }, { topics: ['ladder'] })
  if (!read.data?.rungs) return null
  return (
    <Card title={t('ladder.title')}>
      <Rungs rungs={read.data.rungs.filter(({ count }) => count > 0)} />
    </Card>
  )
}
