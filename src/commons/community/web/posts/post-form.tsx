import { useState } from 'react'
import { listOwnTemplates } from '#course/own-template.contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, Form, RadioGroup, Select, TextArea, TextField, toast } from '#ui'
import { changePost, makePost, type Post, type PostKind } from '../../contract.ts'
import { longest } from '../../limits.ts'
import { GroupChoice } from '../group-choice.tsx'
import { useText } from '../text.ts'
import { linesOf, stepsOf } from './steps.ts'

/** What a new idea begins as. */
export type Beginning = Partial<Pick<Post, 'kind' | 'title' | 'words' | 'steps' | 'template'>>

interface PostDialogProps {
  /** What is changed. */
  post?: Post
  begun?: Beginning
  onClose: () => void
}

/** A new idea, or another wording of one. */
export function PostDialog({ post, begun = {}, onClose }: PostDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t(post ? 'community.post.change' : 'community.post.new')}
      isOpen
      onOpenChange={onClose}
      size="lg"
    >
      <PostForm {...{ post, begun }} onDone={onClose} />
    </Dialog>
  )
}

interface PostFormProps {
  post: Post | undefined
  begun: Beginning
  onDone: () => void
}

/** What is written, and the way to send it. */
function useWriting({ post, begun, onDone }: PostFormProps) {
  const t = useText()
  const { organization } = useSession()
  const first: Beginning = post ?? begun
  const [said, setSaid] = useState({
    kind: first.kind ?? ('tip' as PostKind),
    groupId: post?.group.id ?? organization.id,
    title: first.title ?? '',
    words: first.words ?? '',
    lines: linesOf(first.steps ?? []),
    templateId: first.template?.id ?? '',
  })
  const make = useWrite(makePost, ['community'])
  const change = useWrite(changePost, ['community'])
  const { kind, groupId, title, words, lines, templateId } = said
  const body = {
    ...{ title, words, templateId: templateId || null },
    steps: kind === 'program' ? stepsOf(lines) : [],
  }
  const send = () =>
    post
      ? change.mutate({ params: { postId: post.id }, body }, { onSuccess: onDone })
      : make.mutate(
          { body: { ...body, kind, groupId } },
          {
            onSuccess: () => {
              onDone()
              toast({ text: t('community.post.sent'), tone: 'success' })
            },
          },
        )
  const { isPending, error } = post ? change : make
  const set = (more: Partial<typeof said>) => setSaid({ ...said, ...more })
  return { said, set, send, isPending, error }
}

function PostForm(props: PostFormProps) {
  const t = useText()
  const { said, set, send, isPending, error } = useWriting(props)
  const { kind, groupId, title, words, lines, templateId } = said
  return (
    <Form onSubmit={send} error={error}>
      {!props.post && (
        <RadioGroup<PostKind>
          label={t('community.post.kind')}
          items={(['tip', 'practice', 'program'] as const).map((id) => ({
            ...{ id, label: t(`community.post.kind.${id}`), hint: t(`community.post.kindHint.${id}`) },
          }))}
          value={kind}
          onChange={(next) => set({ kind: next })}
        />
      )}
      <TextField
        label={t('community.post.title')}
        name="title"
        value={title}
        onChange={(next) => set({ title: next })}
        maxLength={longest.title}
        isRequired
      />
      <TextArea
        label={t('community.post.words')}
        name="words"
        value={words}
        onChange={(next) => set({ words: next })}
        maxLength={longest.words}
        lines={5}
        isOptional={kind === 'program'}
      />
      {kind === 'program' && (
        <TextArea
          label={t('community.post.steps')}
          hint={t('community.post.stepsHint')}
          name="steps"
          value={lines}
          onChange={(next) => set({ lines: next })}
          lines={5}
        />
      )}
      <TemplateOf value={templateId} onChange={(next) => set({ templateId: next })} />
      {!props.post && <GroupChoice value={groupId} onChange={(next) => set({ groupId: next })} />}
      <Button type="submit" look="primary" isPending={isPending}>
        {t(props.post ? 'community.save' : 'community.post.send')}
      </Button>
    </Form>
  )
}

/** A template of the organization that comes with the idea; nothing to choose where there is none. */
function TemplateOf({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useText()
  const read = useRead(listOwnTemplates, { query: { limit: 100 } }, { topics: ['templates'] })
  const offered = read.data?.items.filter(({ version }) => version > 0) ?? []
  if (offered.length === 0) return null
  return (
    <Select
      label={t('community.post.template')}
      items={[
        { id: '', label: t('community.post.noTemplate') },
        ...offered.map(({ id, name, group }) => ({ id, label: name, hint: group.name })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
