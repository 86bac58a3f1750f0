import { useEffect } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { Door, Gone } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Callout, Card, LinkButton, Row, SkeletonText, Stack } from '#ui'
import {
  answerByLetter,
  type CampaignLetter,
  getCampaignLetter,
  openByLetter,
} from '../../taking-part.contract.ts'
import { useText } from '../text.ts'
import { type Answer, Answering } from './answering.tsx'
import '../campaigns.css'

const answers: readonly string[] = ['interested', 'later', 'no']
const isAnswer = (word: string | null): word is Answer => word !== null && answers.includes(word)

/**
 * Where the buttons of a campaign's mail lead: no signing in. Programs open links too, so nothing is said before somebody
 * presses.
 */
export function Component() {
  const { letter = '' } = useParams()
  const params = { sealed: letter }
  const read = useRead(getCampaignLetter, { params }, { topics: ['calls'] })
  const { mutate } = useWrite(openByLetter)
  const isRead = read.data !== undefined
  useEffect(() => {
    if (isRead) mutate({ params: { sealed: letter } })
  }, [isRead, letter, mutate])
  if (read.isPending) return <SkeletonText />
  if (read.error) return <Gone error={read.error} />
  return <Letter letter={letter} call={read.data} />
}

function Letter({ letter, call }: { letter: string; call: CampaignLetter }) {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const pressed = search.get('answer')
  const write = useWrite(answerByLetter, ['calls'])
  const say = (answer: Answer) =>
    write.mutate(
      { params: { sealed: letter }, body: { answer } },
      { onSuccess: () => setSearch({}, { replace: true }) },
    )
  const { campaignId, organization, sender, reader, subject, text, answer, isOver } = call
  const nominateHref = linkTo(paths.campaignCall, { campaignId }, { query: { do: 'nominate' } })
  const isAsked = isAnswer(pressed) && pressed !== answer
  return (
    <Door title={subject} lead={t('campaigns.from', { sender, organization })}>
      <Card>
        <Stack gap={16}>
          {isOver && <Callout>{t('campaigns.over')}</Callout>}
          {isAsked ? (
            <Row gap={8}>
              <Button look="primary" isPending={write.isPending} onPress={() => say(pressed)}>
                {t(`campaigns.yes.${pressed}`)}
              </Button>
              <Button look="ghost" onPress={() => setSearch({}, { replace: true })}>
                {t('campaigns.done.change')}
              </Button>
            </Row>
          ) : (
            <>
              {!answer && <p className="campaign-text">{text}</p>}
              <Answering {...{ ...call, nominateHref }} isPending={write.isPending} onAnswer={say} />
            </>
          )}
          {pressed === 'nominate' && (
            <LinkButton look="primary" href={nominateHref}>
              {t('campaigns.call.nominate')}
            </LinkButton>
          )}
          {write.error && <Callout tone="danger">{write.error.message}</Callout>}
          <p className="ui-muted">{t('campaigns.reader', { name: reader })}</p>
        </Stack>
      </Card>
    </Door>
  )
}
