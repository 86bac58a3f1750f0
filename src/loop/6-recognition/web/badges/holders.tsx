import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Card,
  Dialog,
  EmptyState,
  ErrorState,
  Form,
  Link,
  List,
  ListRow,
  ShowMore,
  SkeletonRows,
  TextArea,
  toast,
} from '#ui'
import { type BadgeAward, listBadgeAwards, revokeBadge } from '../../badge.contract.ts'
import { Awarded } from './about.tsx'
import { useText } from './text.ts'

/** Who holds a badge, and since when; to revoke what was a mistake. */
export function Holders({ badgeId }: { badgeId: string }) {
  const t = useText()
  const [revoking, setRevoking] = useState<BadgeAward | null>(null)
  const list = useList(listBadgeAwards, { params: { badgeId } }, { topics: ['badges'] })
  return (
    <Card title={t('badge.who')}>
      {list.isPending && <SkeletonRows rows={2} />}
      {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>}
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
  const [reason, setReason] = useState('')
  const revoke = useWrite(revokeBadge, ['badges', 'feed'])
  const send = () =>
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
    <Dialog title={t('badge.revokeOf', { name })} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={send} error={revoke.error}>
        <p>{t('badge.revokeText', { name })}</p>
        <TextArea
          label={t('badge.revokeReason')}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          check={(words) => (words.trim().length < 10 ? t('badge.reasonShort') : null)}
          isRequired
          autoFocus
        />
        <Button type="submit" look="danger" isPending={revoke.isPending}>
          {t('badge.revoke')}
        </Button>
      </Form>
    </Dialog>
  )
}
