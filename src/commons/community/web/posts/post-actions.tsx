import { CopyPlus, EllipsisVertical, LayoutTemplate, PenLine, Pin, PinOff, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { copyText } from '#platform/web/save'
import { useWrite } from '#platform/web/use'
import { Button, IconButton, LinkButton, Menu, type MenuAction, Muted, Row, sayRefusal, toast } from '#ui'
import { type Post, pinPost, returnPost, unpinPost, withdrawPost } from '../../contract.ts'
import { useText } from '../text.ts'
import { PostDialog } from './post-form.tsx'
import { asText } from './steps.ts'

/** The template that comes with an idea, from which one begins a course with one press. */
export function TemplateCard({ template }: { template: NonNullable<Post['template']> }) {
  const t = useText()
  const { member } = useSession()
  const { id, name, group, language } = template
  const query = { template: id, group: group.id }
  return (
    <Row justify="between" className="community-template">
      <span className="community-template-name">
        <LayoutTemplate size={18} aria-hidden="true" />{' '}
        {language === member.locale
          ? name
          : t('community.post.templateLanguage', {
              name,
              language: t(`community.post.language.${language}`),
            })}
      </span>
      {language === member.locale ? (
        <LinkButton href={linkTo(paths.newCourse, {}, { query })} look="soft">
          {t('community.post.begin')}
        </LinkButton>
      ) : (
        <Muted>{group.name}</Muted>
      )}
    </Row>
  )
}

/** Withdraws an idea and brings it back, pins it and lets it go: each is undone where it is said. */
function useActs({ id }: Post) {
  const t = useText()
  const params = { postId: id }
  const [withdraw, giveBack] = [useWrite(withdrawPost, ['community']), useWrite(returnPost, ['community'])]
  const [pin, unpin] = [useWrite(pinPost, ['community']), useWrite(unpinPost, ['community'])]
  const bringBack = () => giveBack.mutate({ params }, { onError: sayRefusal })
  const take = () =>
    withdraw.mutate(
      { params },
      {
        onSuccess: () => toast({ text: t('community.post.withdrawDone'), undo: bringBack }),
        onError: sayRefusal,
      },
    )
  const setPinned = (pinned: boolean) => (pinned ? pin : unpin).mutate({ params }, { onError: sayRefusal })
  return { take, bringBack, setPinned }
}

/** What the reader may do with an idea. */
export function PostActions({ post }: { post: Post }) {
  const t = useText()
  const { take, bringBack, setPinned } = useActs(post)
  const [open, setOpen] = useState<'change' | 'copy' | null>(null)
  const copy = () =>
    copyText(asText(post)).then(
      () => toast({ text: t('community.post.copied'), tone: 'success' }),
      () => toast({ text: t('community.post.copyFailed'), tone: 'danger' }),
    )
  const { can, pinned, withdrawn } = post
  const items: MenuAction[] = [
    { id: 'copy', label: t('community.post.copyAsNew'), icon: CopyPlus, onAction: () => setOpen('copy') },
    ...(can.pin
      ? [
          {
            id: 'pin',
            label: t(pinned ? 'community.post.unpin' : 'community.post.pin'),
            icon: pinned ? PinOff : Pin,
            onAction: () => setPinned(!pinned),
          },
        ]
      : []),
    ...(can.change && !withdrawn
      ? [
          {
            id: 'change',
            label: t('community.post.change'),
            icon: PenLine,
            onAction: () => setOpen('change'),
          },
          { id: 'withdraw', label: t('community.post.withdraw'), icon: Trash2, onAction: take },
        ]
      : []),
  ]
  return (
    <Row gap={8}>
      {withdrawn && can.change && (
        <Button icon={Undo2} onPress={bringBack}>
          {t('community.post.return')}
        </Button>
      )}
      <Button onPress={() => void copy()}>{t('community.post.copy')}</Button>
      <Menu
        trigger={<IconButton icon={EllipsisVertical} look="ghost" label={t('community.post.more')} />}
        items={items}
      />
      {open === 'change' && <PostDialog post={post} onClose={() => setOpen(null)} />}
      {open === 'copy' && <PostDialog begun={post} onClose={() => setOpen(null)} />}
    </Row>
  )
}
