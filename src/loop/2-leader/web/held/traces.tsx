import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { ListRow, Time, useList as useWords } from '#ui'
import { type HeldEvidence, listMyEvidence } from '../../held-lists.contract.ts'
import { useText } from '../text.ts'
import { HeldCard } from './held-card.tsx'

/** Where what a trace is about stands; nowhere once it is gone, or out of sight. */
function placeOf({ about }: HeldEvidence): string | undefined {
  if (!about?.isThere) return undefined
  if (about.subject === 'thanks') return paths.thanks
  return about.subject === 'need'
    ? linkTo(paths.need, { needId: about.subjectId })
    : linkTo(paths.course, { courseId: about.subjectId })
}

/** Every trace of what one knows: what it is on, what one did, when, and its topics. */
export function Traces() {
  const t = useText()
  const words = useWords()
  const list = useList(listMyEvidence, { query: { limit: 10 } }, { topics: ['detection', 'radar'] })
  return (
    <HeldCard title={t('leader.held.evidence')} nothing={t('leader.held.evidence.none')} list={list}>
      {list.items.map((one) => (
        <ListRow
          key={`${one.kind} ${one.at} ${one.about?.subjectId}`}
          title={one.about?.words ?? t('leader.held.hidden')}
          href={placeOf(one)}
          text={
            <>
              {t(`leader.did.${one.kind}`)}, <Time at={one.at} />
              {one.topics.length > 0 && ` · ${words(one.topics.map(({ name }) => name))}`}
            </>
          }
        />
      ))}
    </HeldCard>
  )
}
