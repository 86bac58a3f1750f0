import { useDeferredValue, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Form, Page, Select, TextArea, TextField, toast } from '#ui'
import { findSimilarNeeds, type Need, raiseNeed } from '../contract.ts'
import { NeedRow } from './need-row.tsx'
import { useText } from './text.ts'
import './need.css'

const kept = 'cairn:new-need'
const readKept = () =>
  JSON.parse(sessionStorage.getItem(kept) ?? '{}') as { title?: string; details?: string }

/** The words of a new need, kept until they are sent. */
function useNewNeed() {
  const t = useText()
  const navigate = useNavigate()
  // Where one comes from may say what is missing; what one typed oneself goes first.
  const said = useSearchParams()[0].get('title') ?? ''
  const [words, setWords] = useState(() => {
    const { title, details = '' } = readKept()
    return { title: title || said, details }
  })
  const raise = useWrite(raiseNeed, ['needs'])
  const change = (part: Partial<typeof words>) => {
    const next = { ...words, ...part }
    setWords(next)
    sessionStorage.setItem(kept, JSON.stringify(next))
  }
  const onSuccess = (need: Need) => {
    sessionStorage.removeItem(kept)
    toast({ text: t('need.new.done'), tone: 'success' })
    void navigate(linkTo(paths.need, { needId: need.id }))
  }
  const send = (groupId: string) => raise.mutate({ body: { ...words, groupId } }, { onSuccess })
  return { words, change, send, raise }
}

/** Says a new need; shows who may need the same while one types. What is typed survives a reload. */
export function Component() {
  const t = useText()
  const session = useSession()
  const { words, change, send, raise } = useNewNeed()
  const home = session.groups.find(({ id }) => id !== session.organization.id) ?? session.organization
  const [groupId, setGroup] = useState(home.id)
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  return (
    <Page
      title={t('need.new.title')}
      width="narrow"
      breadcrumbs={[{ label: t('need.board'), href: paths.ask }]}
    >
      <Card>
        <Form onSubmit={() => send(groupId)} error={raise.error}>
          <TextField
            label={t('need.new.what')}
            name="title"
            hint={t('need.new.whatHint')}
            value={words.title}
            onChange={(title) => change({ title })}
            maxLength={140}
            isRequired
            autoFocus
            check={(title) => (title.trim().length < 5 ? t('need.new.tooShort') : null)}
          />
          <Similar title={words.title} />
          <TextArea
            label={t('need.new.details')}
            name="details"
            isOptional
            value={words.details}
            onChange={(details) => change({ details })}
            maxLength={4000}
            lines={4}
          />
          <Select
            label={t('need.new.group')}
            name="groupId"
            items={(groups.data?.items ?? []).map(({ id, name }) => ({ id, label: name }))}
            value={groupId}
            onChange={setGroup}
          />
          <Button type="submit" look="primary" isPending={raise.isPending}>
            {t('need.new.send')}
          </Button>
        </Form>
      </Card>
    </Page>
  )
}

function Similar({ title }: { title: string }) {
  const t = useText()
  const asked = useDeferredValue(title.trim())
  const similar = useRead(
    findSimilarNeeds,
    { query: { title: asked } },
    { enabled: asked.length >= 5, keepPrevious: true },
  )
  const items = asked.length >= 5 ? (similar.data?.items ?? []).filter(({ state }) => state === 'open') : []
  return (
    <div className="need-similar" aria-live="polite">
      {items.length > 0 && (
        <>
          <p>{t('need.new.similar')}</p>
          <ul className="need-board">
            {items.slice(0, 3).map((need) => (
              <NeedRow key={need.id} need={need} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
