import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, sayRefusal, TextArea, toast } from '#ui'
import { type Celebration, postCelebration, withdrawCelebration } from '../../wall.contract.ts'
import { useText } from './text.ts'

const topics = ['celebrations', 'feed']

/** Posts the month to everybody, beginning from what was counted. */
export function Post({ celebration }: { celebration: Celebration }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button look="primary" icon={Megaphone} onPress={() => setOpen(true)}>
        {t('wall.post')}
      </Button>
      {isOpen && <PostForm celebration={celebration} onClose={() => setOpen(false)} />}
    </div>
  )
}

function PostForm({ celebration, onClose }: { celebration: Celebration; onClose: () => void }) {
  const t = useText()
  const { month, counts, newcomers } = celebration
  const post = useWrite(postCelebration, topics)
  const [words, setWords] = useState(
    t('wall.suggest', { courses: counts.courses, learners: counts.learners, newcomers: newcomers.length }),
  )
  const done = () => {
    onClose()
    toast({ text: t('wall.posted'), tone: 'success' })
  }
  return (
    <Dialog title={t('wall.post')} isOpen onOpenChange={onClose}>
      <Form
        onSubmit={() => post.mutate({ params: { month }, body: { words } }, { onSuccess: done })}
        error={post.error}
      >
        <TextArea
          label={t('wall.post.words')}
          name="words"
          hint={t('wall.post.hint')}
          value={words}
          onChange={setWords}
          maxLength={1000}
          check={(text) => (text.trim().length < 10 ? t('wall.post.short') : null)}
          isRequired
          autoFocus
        />
        <Button type="submit" look="primary" isPending={post.isPending}>
          {t('wall.post')}
        </Button>
      </Form>
    </Dialog>
  )
}

export function TakeBack({ month }: { month: string }) {
  const t = useText()
  const withdraw = useWrite(withdrawCelebration, topics)
  const done = () => toast(t('wall.withdrawn'))
  return (
    <Button
      look="ghost"
      size="sm"
      isPending={withdraw.isPending}
      onPress={() => withdraw.mutate({ params: { month } }, { onSuccess: done, onError: sayRefusal })}
    >
      {t('wall.withdraw')}
    </Button>
  )
}
