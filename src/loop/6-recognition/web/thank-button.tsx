import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { Button } from '#ui'
import { GiveThanks } from './give-thanks.tsx'
import { useText } from './text.ts'

interface ThankButtonProps {
  to: { id: string; name: string }
  /** What for: a course or a need, and an answer there, where the place says it. */
  courseId?: string
  needId?: string
  commentId?: string
  size?: 'sm' | 'md'
}

/** Thanks one person for one thing; nobody thanks themselves. */
export function ThankButton({ to, size = 'md', ...about }: ThankButtonProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  if (useSession().member.id === to.id) return null
  return (
    <div>
      <Button icon={HandHeart} look="soft" size={size} onPress={() => setOpen(true)}>
        {t('recognition.giveTo', { name: to.name })}
      </Button>
      <GiveThanks isOpen={isOpen} onOpenChange={setOpen} to={to} {...about} />
    </div>
  )
}
