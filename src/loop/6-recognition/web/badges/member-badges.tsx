import { useState } from 'react'
import { Button as Plain } from 'react-aria-components/Button'
import { useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { Button, Card, Dialog, ErrorState, ShowMore } from '#ui'
import { type BadgeAward, listMemberBadges } from '../../badge.contract.ts'
import { AboutBadge } from './about.tsx'
import { RevokeDialog } from './holders.tsx'
import { BadgePicture } from './picture.tsx'
import { useText } from './text.ts'
import './badges.css'

/** What somebody was awarded and shows; nothing where that is nothing. */
export function MemberBadges({ memberId }: { memberId: string }) {
  const t = useText()
  const me = useSession().member.id
  const list = useList(listMemberBadges, { params: { memberId } }, { topics: ['badges'] })
  // Their own page shows what others see.
  const items = memberId === me ? list.items.filter(({ isShown }) => isShown) : list.items
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (items.length === 0) return null
  return (
    <Card title={t('badge.ofMember')} id="badges">
      <ul className="badge-wall" aria-label={t('badge.ofMember')}>
        {items.map((award) => (
          <li key={award.id}>
            <OneAward award={award} />
          </li>
        ))}
      </ul>
      <ShowMore list={list} />
    </Card>
  )
}

/** A badge to press, and what it is about in a window. */
function OneAward({ award }: { award: BadgeAward }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const [isRevoking, setRevoking] = useState(false)
  const { name, drawing, level, levels } = award
  return (
    <>
      <Plain className="badge-open" onPress={() => setOpen(true)}>
        <BadgePicture drawing={drawing} level={level} levels={levels.length} size={88} />
        <span>{name}</span>
        {levels.length > 1 && <small>{levels[level - 1]?.name}</small>}
      </Plain>
      <Dialog title={name} isOpen={isOpen} onOpenChange={setOpen}>
        <AboutBadge badge={award} level={level} award={award} />
        {award.can.revoke && (
          <div>
            <Button
              size="sm"
              look="line"
              onPress={() => {
                setOpen(false)
                setRevoking(true)
              }}
            >
              {t('badge.revoke')}
            </Button>
          </div>
        )}
      </Dialog>
      {isRevoking && <RevokeDialog award={award} onClose={() => setRevoking(false)} />}
    </>
  )
}
