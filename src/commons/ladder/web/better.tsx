import { Sprout } from 'lucide-react'
import { useState } from 'react'
import type { LessonStep } from '#learning/contract.ts'
import { Button, Menu, type MenuGroup } from '#ui'
import { BetterDialog } from './better-dialog.tsx'
import { Credits } from './contributors.tsx'
import { AndNext } from './next.tsx'
import { passagesIn } from './passages.ts'
import { useText } from './text.ts'
import { useBetter, useKindsMenu } from './use-better.ts'
import './ladder.css'

/** What a reader may give at one passage, for the menu that stands beside it; nothing in one’s own course. */
export function useBetterGroup() {
  const t = useText()
  const items = useKindsMenu()
  return ({ own, step }: LessonStep, blockId: string): MenuGroup[] => {
    if (own) return []
    const hasWords = passagesIn(step.content, blockId).length > 0
    const kinds = [...(hasWords ? (['edit'] as const) : []), 'tip', 'clip', 'question'] as const
    return [{ id: 'better', title: t('ladder.better'), items: items(kinds, blockId) }]
  }
}

/** At the end of a step: whose contributions are in the course, the way to give something oneself, and what could be next. */
export function StepEnd({ lesson }: { lesson: LessonStep }) {
  const t = useText()
  const items = useKindsMenu()
  const { kind, on, close } = useBetter()
  const { course, own } = lesson
  const [hasGiven, setGiven] = useState(false)
  return (
    <div className="ladder-end">
      <Credits courseId={course.id} />
      {!own && (
        <Menu
          trigger={
            <Button icon={Sprout} look="soft" size="sm">
              {t('ladder.better')}
            </Button>
          }
          items={items(['edit', 'tip', 'clip', 'question', 'step'], null)}
        />
      )}
      {!own && kind && (
        <BetterDialog
          key={`${kind} ${on}`}
          {...{ lesson, kind, on }}
          onGiven={() => setGiven(true)}
          onClose={close}
        />
      )}
      {hasGiven && <AndNext />}
    </div>
  )
}
