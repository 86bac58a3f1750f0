import { X } from 'lucide-react'
import { useState } from 'react'
import { paths } from '#paths'
import { listMembers } from '#people/contract.ts'
import { useSession } from '#people/web/index.tsx'
import { call } from '#platform/http/call'
import { useWrite } from '#platform/web/use'
import {
  Button,
  Callout,
  Card,
  Combobox,
  IconButton,
  LinkButton,
  Row,
  Stack,
  TextField,
  ToggleChip,
  toast,
  useDate,
} from '#ui'
import { answerSurvey, type MySurvey } from '../../survey.contract.ts'
import { mostNamed } from '../../surveys/limits.ts'
import { useText } from '../text.ts'
import type { Naming, useDraft } from './draft.ts'
import { useDecline } from './given.tsx'

type Draft = ReturnType<typeof useDraft>

interface AnsweringProps {
  survey: MySurvey
  draft: Draft
  onSettled: () => void
}

/** The answer while it is written: who, with what, and three ways to go on, of which one is not to answer. */
export function Answering({ survey, draft, onSettled }: AnsweringProps) {
  const t = useText()
  const date = useDate()
  const answer = useWrite(answerSurvey, ['surveys'])
  const decline = useDecline(survey, onSettled)
  const { namings, isKept } = draft
  const send = () => {
    const said = namings.map(({ member, topic }) => ({ memberId: member.id, topic: topic.trim() }))
    const onSuccess = () => {
      onSettled()
      toast({ text: t('leader.survey.sent', { date: date(survey.endsAt) }), tone: 'success' })
    }
    answer.mutate({ params: { surveyId: survey.id }, body: { namings: said } }, { onSuccess })
  }
  return (
    <Card>
      <Stack gap={24}>
        <Find draft={draft} />
        <Colleagues colleagues={survey.colleagues} draft={draft} />
        <Named draft={draft} />
        {answer.error && <Refusal error={answer.error} />}
        <Row>
          <Button
            look="primary"
            onPress={send}
            isPending={answer.isPending}
            isDisabled={namings.length === 0 && !survey.answeredAt}
          >
            {t('leader.survey.send')}
          </Button>
          <LinkButton href={paths.home}>{t('leader.survey.notNow')}</LinkButton>
          {!survey.declinedAt && (
            <Button look="ghost" onPress={decline.run} isPending={decline.isPending}>
              {t('leader.survey.decline')}
            </Button>
          )}
        </Row>
        {isKept && <p className="ui-muted">{t('leader.survey.kept')}</p>}
      </Stack>
    </Card>
  )
}

/** What was refused, and of whom. */
function Refusal({ error }: { error: NonNullable<ReturnType<typeof useWrite>['error']> }) {
  const { detail, faults = [] } = error.problem
  const said = faults.length > 0 ? faults.map((fault) => fault.detail) : [detail]
  return (
    <Callout tone="danger" isAlert>
      {[...new Set(said)].map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Callout>
  )
}

/** Finds somebody by name, in the order of names; the field is ready for the next one at once. */
function Find({ draft: { namings, add } }: { draft: Draft }) {
  const t = useText()
  const me = useSession().member.id
  const [turn, setTurn] = useState(0)
  const taken = new Set([me, ...namings.map(({ member }) => member.id)])
  const search = async (q: string, signal: AbortSignal) => {
    if (!q.trim()) return []
    const { items } = await call(listMembers, { query: { q, limit: 20 }, signal })
    return items
      .filter(({ id }) => !taken.has(id))
      .map(({ id, name, title }) => ({ id, label: name, hint: title, title }))
  }
  const choose = (one: { id: string; label: string; title: string } | null) => {
    if (!one) return
    add({ id: one.id, name: one.label, title: one.title })
    setTurn(turn + 1)
  }
  if (namings.length >= mostNamed)
    return <p className="ui-muted">{t('leader.survey.full', { most: mostNamed })}</p>
  return (
    <Combobox
      key={turn}
      label={t('leader.survey.find')}
      placeholder={t('leader.survey.findPlaceholder')}
      search={search}
      value={null}
      onChange={choose}
      autoFocus={turn > 0}
    />
  )
}

/** Colleagues to think of: names alone, in an order drawn by lot. */
function Colleagues({ colleagues, draft }: { colleagues: MySurvey['colleagues']; draft: Draft }) {
  const t = useText()
  const { namings, add, remove } = draft
  if (colleagues.length === 0) return null
  const isNamed = (id: string) => namings.some(({ member }) => member.id === id)
  return (
    <section aria-labelledby="survey-colleagues">
      <h2 id="survey-colleagues" className="survey-title">
        {t('leader.survey.colleagues')}
      </h2>
      <p className="ui-muted survey-hint">{t('leader.survey.colleaguesHint')}</p>
      <Row gap={8}>
        {colleagues.map((one) => (
          <ToggleChip
            key={one.id}
            isSelected={isNamed(one.id)}
            isDisabled={!isNamed(one.id) && namings.length >= mostNamed}
            onChange={(isOn) => (isOn ? add(one) : remove(one.id))}
          >
            {one.name}
          </ToggleChip>
        ))}
      </Row>
    </section>
  )
}

/** Who is named so far, each with room for a few words. */
function Named({ draft }: { draft: Draft }) {
  const t = useText()
  const { namings } = draft
  return (
    <section aria-labelledby="survey-named">
      <h2 id="survey-named" className="survey-title" aria-live="polite">
        {t('leader.survey.named', { count: namings.length, most: mostNamed })}
      </h2>
      {namings.length > 0 && (
        <>
          <p className="ui-muted survey-hint">{t('leader.survey.topicHint')}</p>
          <ul className="survey-named">
            {namings.map((naming) => (
              <NamedRow key={naming.member.id} naming={naming} draft={draft} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function NamedRow({ naming, draft }: { naming: Naming; draft: Draft }) {
  const t = useText()
  const { id, name, title } = naming.member
  return (
    <li>
      <Row isTight justify="between">
        <span className="survey-name">
          <strong>{name}</strong>
          {title && <span className="ui-muted">{title}</span>}
        </span>
        <IconButton icon={X} label={t('leader.survey.remove', { name })} onPress={() => draft.remove(id)} />
      </Row>
      <TextField
        label={t('leader.survey.topic', { name })}
        value={naming.topic}
        onChange={(topic) => draft.say(id, topic)}
        maxLength={80}
        isOptional
      />
    </li>
  )
}
