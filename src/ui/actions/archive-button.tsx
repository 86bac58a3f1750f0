import { Archive, ArchiveRestore } from 'lucide-react'
import { sayRefusal, toast } from '../overlays/toasts.ts'
import { Button } from './button.tsx'

/** What follows: it is done, or was refused for a reason. */
interface After {
  onSuccess: () => void
  onError: (refused: { message: string }) => void
}

export interface ArchiveButtonProps {
  isArchived: boolean
  isPending?: boolean
  archive: (after: After) => void
  restore: (after: After) => void
  /** What the button says, and what is said once it is done. */
  words: Record<'archive' | 'restore' | 'archived' | 'restored', string>
}

/** Puts something aside, which the message that says so takes back; or brings it back. */
export function ArchiveButton({ isArchived, isPending, archive, restore, words }: ArchiveButtonProps) {
  const bringBack = () => restore({ onSuccess: () => void toast(words.restored), onError: sayRefusal })
  const put = () =>
    archive({
      onSuccess: () => void toast({ text: words.archived, undo: bringBack }),
      onError: sayRefusal,
    })
  return (
    <Button
      look="line"
      icon={isArchived ? ArchiveRestore : Archive}
      isPending={isPending}
      onPress={isArchived ? bringBack : put}
    >
      {isArchived ? words.restore : words.archive}
    </Button>
  )
}
