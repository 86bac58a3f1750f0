import { Award as AwardIcon } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { Button, Dialog } from '#ui'
import { listAwardableBadges } from '../../badge.contract.ts'
import { AwardForm } from './award-form.tsx'
import { useText } from './text.ts'

interface AwardButtonProps {
  to: { id: string; name: string }
}

/** Awards somebody a badge; shown to those who may award one here. */
export function AwardButton({ to }: AwardButtonProps) {
  const isOneself = useSession().member.id === to.id
  return isOneself ? null : <Awarding to={to} />
}

function Awarding({ to }: AwardButtonProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const read = useRead(listAwardableBadges, { params: { memberId: to.id } }, { topics: ['badges', 'people'] })
  const badges = read.data?.items ?? []
  if (badges.length === 0) return null
  return (
    <div>
      <Button icon={AwardIcon} look="soft" onPress={() => setOpen(true)}>
        {t('badge.award')}
      </Button>
      <Dialog title={t('badge.awardTo', { name: to.name })} isOpen={isOpen} onOpenChange={setOpen}>
        {isOpen && <AwardForm to={to} badges={badges} onDone={() => setOpen(false)} />}
      </Dialog>
    </div>
  )
}
