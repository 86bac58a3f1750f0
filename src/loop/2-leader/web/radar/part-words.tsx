import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Disclosure, Link, List, ListRow, ListStatus, ShowMore, Stack, Time } from '#ui'
import { type HelpSubject, listHelpSubjects, type ScorePart } from '../../radar.contract.ts'
import { useText } from '../text.ts'
import { usePartWords } from './words.ts'
import './radar.css'

interface PartWordsProps {
  memberId: string
  part: ScorePart
}

/**
 * One part of a score in words that lead to what it counts: to the courses and needs, or to where colleagues say what
 * somebody can help with. Who names whom in a survey leads nowhere, and neither does what too few were helped with.
 */
export function PartWords({ memberId, part }: PartWordsProps) {
  const [isOpen, setOpen] = useState(false)
  const words = usePartWords()(part)
  if (part.acts === 0 || part.kind === 'named') return words
  if (part.kind === 'endorsed') return <Link href={linkTo(paths.member, { memberId })}>{words}</Link>
  return (
    <Disclosure title={words} onOpenChange={setOpen}>
      {isOpen && <Counted memberId={memberId} part={part} />}
    </Disclosure>
  )
}

/** What a part counts, as far as the reader may see it; thanks for nothing in particular stand on the member's page. */
function Counted({ memberId, part: { kind, topic } }: PartWordsProps) {
  const t = useText()
  const query = { kind, limit: 5, ...(topic && { topicId: topic.id }) }
  const list = useList(listHelpSubjects, { params: { memberId }, query }, { topics: ['radar'] })
  const isThanks = kind === 'thanked' || kind === 'commended'
  return (
    <Stack gap={8} className="radar-counted">
      <ListStatus list={list} rows={2} hasFace={false} />
      {list.isSuccess && list.items.length === 0 && !isThanks && (
        <p className="ui-muted">{t('leader.why.nothingSeen')}</p>
      )}
      <List>
        {list.items.map((one) => (
          <HelpSubjectRow key={one.subjectId} of={one} />
        ))}
      </List>
      <ShowMore list={list} />
      {isThanks && (
        <p>
          <Link href={linkTo(paths.member, { memberId })}>{t('leader.why.thanks')}</Link>
        </p>
      )}
    </Stack>
  )
}

/** A course or a need that somebody helped on, with the way there. */
export function HelpSubjectRow({ of: { kind, subject, subjectId, words, acts, at } }: { of: HelpSubject }) {
  const t = useText()
  return (
    <ListRow
      title={
        <Link
          href={
            subject === 'need'
              ? linkTo(paths.need, { needId: subjectId })
              : linkTo(paths.course, { courseId: subjectId })
          }
        >
          {words}
        </Link>
      }
      text={
        <>
          {t(`leader.help.${kind}`, { acts: acts ?? 0 })}, <Time at={at} />
        </>
      }
    />
  )
}
