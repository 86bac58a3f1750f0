import { Hand, PenLine } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Avatar, Button, ErrorState, LinkButton, Row, SkeletonRows, Time, toast } from '#ui'
import { claimNeed, getClaim, releaseNeed } from '../contract.ts'
import { useText } from './text.ts'

/** Who teaches it: the button to take a need on, or who has. */
export function Claim({ needId, isOpen }: { needId: string; isOpen: boolean }) {
  const t = useText()
  const params = { needId }
  const read = useRead(getClaim, { params }, { topics: ['needs'] })
  const claim = useWrite(claimNeed, ['needs'])
  const release = useWrite(releaseNeed, ['needs'])
  const say = { onError: (error: { message: string }) => toast({ text: error.message, tone: 'danger' }) }
  const take = () =>
    claim.mutate(
      { params },
      { ...say, onSuccess: () => toast({ text: t('leader.claimDone'), tone: 'success' }) },
    )
  const giveBack = () =>
    release.mutate({ params }, { ...say, onSuccess: () => toast({ text: t('leader.released'), undo: take }) })
  if (read.isPending) return <SkeletonRows rows={1} />
  if (read.error)
    return <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
  const held = read.data.claim
  if (!held) {
    if (!isOpen) return null
    return (
      <Button look="primary" icon={Hand} isPending={claim.isPending} onPress={take}>
        {t('leader.claim')}
      </Button>
    )
  }
  const key = held.mine ? 'leader.claimedMine' : 'leader.claimed'
  return (
    <Row>
      <Avatar id={held.member.id} name={held.member.name} size="sm" />
      <span>
        {t.rich(key, { name: <strong>{held.member.name}</strong>, time: <Time at={held.claimedAt} /> })}
      </span>
      {held.mine && isOpen && (
        <>
          <LinkButton
            look="primary"
            icon={PenLine}
            href={linkTo(paths.newCourse, {}, { query: { need: needId } })}
          >
            {t('leader.write')}
          </LinkButton>
          <Button look="ghost" isPending={release.isPending} onPress={giveBack}>
            {t('leader.release')}
          </Button>
        </>
      )}
    </Row>
  )
}
