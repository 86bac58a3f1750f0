import { Trophy } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { Button } from '#ui'
import { getCommendation } from '../../commendation.contract.ts'
import { useText } from '../text.ts'
import { Commend } from './commend.tsx'

interface CommendButtonProps {
  to: { id: string; name: string }
}

/** Commends somebody; shown to those who lead or manage a group of theirs. */
export function CommendButton({ to }: CommendButtonProps) {
  const isOneself = useSession().member.id === to.id
  return isOneself ? null : <Commending to={to} />
}

function Commending({ to }: CommendButtonProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const read = useRead(getCommendation, { params: { memberId: to.id } }, { topics: ['people', 'kudos'] })
  if (!read.data?.can.commend) return null
  return (
    <div>
      <Button icon={Trophy} look="soft" onPress={() => setOpen(true)}>
        {t('commendation.commend')}
      </Button>
      <Commend to={to} isOpen={isOpen} onOpenChange={setOpen} />
    </div>
  )
}
