import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import { Avatar, Button, Card, EmptyState, Link, List, ListRow, ListStatus, ShowMore, toast } from '#ui'
import { type BadgeAward, listBadgeAwards, revokeBadge } from '../../badge.contract.ts'
import { AskWhy } from '../ask-why.tsx'
import { Awarded } from './about.tsx'
import { useText } from './text.ts'

/** Who holds a badge, and since when; to revoke what was a mistake. */
export function Holders({ badgeId }: { badgeId: string }) {
  const t = useText()
  const [revoking, setRevoking] = useState<BadgeAward | null>(null)
  const list = useList(listBadgeAwards, { params: { badgeId } }, { topics: ['badges'] })
  return (
    <Card title={t('badge.who')}>
      <ListStatus list={list} rows={2} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('badge.holders', { count: 0 })} isSmall>
          {t('badge.whoNone')}
        </EmptyState>
      )}
      <List label={t('badge.who')}>
        {list.items.map((award) => (
          <ListRow
            key={award.id}
            isAfterBelow
            before={<Avatar id={award.member.id} name={award.member.name} />}
            title={
              <Link href={linkTo(paths.member, { memberId: award.member.id })}>{award.member.name}</Link>
            }
            text={
              <>
                {award.levels.length > 1 && `${award.levels[award.level - 1]?.name} · `}
                <Awarded award={award} />
              </>
            }
            after={
              award.can.revoke && (
                <Button
                  size="sm"
                  look="line"
                  aria-label={t('badge.revokeOf', { name: award.member.name })}
                  onPress={() => setRevoking(award)}
                >
                  {t('badge.revoke')}
                </Button>
              )
            }
          />
        ))}
      </List>
      <ShowMore list={list} />
      {revoking && <RevokeDialog award={revoking} onClose={() => setRevoking(null)} />}
    </Card>
  )
}

/** Asks why before an award is revoked for good. */
export function RevokeDialog({ award, onClose }: { award: BadgeAward; onClose: () => void }) {
  const t = useText()
  const revoke = useWrite(revokeBadge, ['badges', 'feed'])
  const send = (reason: string) =>
    revoke.mutate(
      { params: { awardId: award.id }, body: { reason } },
      {
        onSuccess: () => {
          onClose()
          toast(t('badge.revoked'))
        },
      },
    )
  const { name } = award.member
  return (
    <AskWhy
      title={t('badge.revokeOf', { name })}
      text={t('badge.revokeText', { name })}
      label={t('badge.revokeReason')}
      tooShort={t('badge.reasonShort')}
      action={t('badge.revoke')}
      isPending={revoke.isPending}
      error={revoke.error}
      onSend={send}
      onClose={onClose}
    />
  )
}
