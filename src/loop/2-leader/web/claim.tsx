import { Hand, PenLine } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Card,
  ErrorState,
  Link,
  LinkButton,
  Row,
  SkeletonRows,
  sayRefusal,
  Time,
  toast,
} from '#ui'
import { claimNeed, getClaim, type Claim as Held, releaseNeed } from '../contract.ts'
import { useText } from './text.ts'
import './leader.css'

/** Who teaches it: the button to take a need on, or who has. */
export function Claim({ needId, isOpen }: { needId: string; isOpen: boolean }) {
  const t = useText()
  const params = { needId }
  const read = useRead(getClaim, { params }, { topics: ['needs'] })
  const claim = useWrite(claimNeed, ['needs'])
  const take = () =>
    claim.mutate(
      { params },
      {
        onError: sayRefusal,
        onSuccess: () => toast({ text: t('leader.claimDone'), tone: 'success' }),
      },
    )
  if (read.data && !read.data.claim && !isOpen) return null
  return (
    <Card title={t('leader.who')}>
      {read.isPending ? (
        <SkeletonRows rows={1} />
      ) : read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.data.claim ? (
        <Teacher held={read.data.claim} isOpen={isOpen} onTake={take} />
      ) : (
        <Row justify="between">
          <span className="ui-muted leader-nobody">{t('leader.nobody')}</span>
          <Button look="primary" icon={Hand} isPending={claim.isPending} onPress={take}>
            {t('leader.claim')}
          </Button>
        </Row>
      )}
    </Card>
  )
}

function Teacher({ held, isOpen, onTake }: { held: Held; isOpen: boolean; onTake: () => void }) {
  const t = useText()
  const release = useWrite(releaseNeed, ['needs'])
  const { member, mine, claimedAt, needId } = held
  const giveBack = () =>
    release.mutate(
      { params: { needId } },
      {
        onError: sayRefusal,
        onSuccess: () => toast({ text: t('leader.released'), undo: onTake }),
      },
    )
  const name = (
    <Link href={linkTo(paths.member, { memberId: member.id })} isQuiet>
      <strong>{member.name}</strong>
    </Link>
  )
  return (
    <Row justify="between">
      <Row isTight>
        <Avatar id={member.id} name={member.name} />
        <span>
          {t.rich(mine ? 'leader.claimedMine' : 'leader.claimed', {
            name,
            time: <Time at={claimedAt} isSaid />,
          })}
        </span>
      </Row>
      {mine && isOpen && (
        <Row>
          <Button look="ghost" isPending={release.isPending} onPress={giveBack}>
            {t('leader.release')}
          </Button>
          <LinkButton
            look="primary"
            icon={PenLine}
            href={linkTo(paths.newCourse, {}, { query: { need: needId } })}
          >
            {t('leader.write')}
          </LinkButton>
        </Row>
      )}
    </Row>
  )
}
