import { useRead } from '#platform/web/use'
import { Dialog, ErrorState, List, SkeletonRows, Stack, Table, useNumber } from '#ui'
import { getExpertise, type InfluenceOn, type ScorePart } from '../../radar.contract.ts'
import { useText } from '../text.ts'
import { HelpSubjectRow, PartWords } from './part-words.tsx'

interface WhyProps {
  member: { id: string; name: string }
  onClose: () => void
}

/** What somebody's score is made of, to the last part, and what they did it on. */
export function Why({ member, onClose }: WhyProps) {
  const t = useText()
  return (
    <Dialog title={t('leader.why.title', { name: member.name })} isOpen onOpenChange={onClose} size="lg">
      <Reasons memberId={member.id} />
    </Dialog>
  )
}

/** The parts of a score and what is behind them, also on one's own page. */
export function Reasons({ memberId }: { memberId: string }) {
  const t = useText()
  const read = useRead(getExpertise, { params: { memberId } }, { topics: ['radar'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={4} hasFace={false} />
  const { expertise, influences, subjects } = read.data
  return (
    <Stack gap={24}>
      {expertise ? (
        <Parts memberId={memberId} parts={expertise.parts} />
      ) : (
        <p className="ui-muted">{t('leader.why.none')}</p>
      )}
      {expertise && <Influence overall={expertise.influence} influences={influences} />}
      {subjects.length > 0 && (
        <section aria-labelledby="why-subjects">
          <h3 id="why-subjects" className="leader-small-title">
            {t('leader.why.subjects')}
          </h3>
          <List>
            {subjects.map((one) => (
              <HelpSubjectRow key={`${one.kind} ${one.subjectId}`} of={one} />
            ))}
          </List>
        </section>
      )}
    </Stack>
  )
}

interface InfluenceProps {
  overall: number
  influences: readonly InfluenceOn[]
}

/** How much those are asked who were helped: beside the score, overall and by topic. */
function Influence({ overall, influences }: InfluenceProps) {
  const t = useText()
  const times = useNumber({ maximumSignificantDigits: 2 })
  return (
    <>
      {overall > 0 && <p>{t('leader.why.influence', { influence: times(overall) })}</p>}
      {influences.length > 0 && (
        <Table
          caption={t('leader.why.influences')}
          rows={influences}
          rowId={({ topic }) => topic.id}
          columns={[
            { id: 'topic', title: t('leader.radar.topic'), cell: ({ topic }) => topic.name },
            {
              id: 'influence',
              title: t('leader.why.times'),
              align: 'end',
              cell: ({ influence }) => times(influence),
            },
          ]}
        />
      )}
    </>
  )
}

function Parts({ memberId, parts }: { memberId: string; parts: readonly ScorePart[] }) {
  const t = useText()
  const share = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  return (
    <Table
      caption={t('leader.why.parts')}
      rows={parts}
      rowId={({ kind, topic }) => `${kind} ${topic?.id}`}
      columns={[
        {
          id: 'what',
          title: t('leader.why.what'),
          cell: (part) => <PartWords memberId={memberId} part={part} />,
        },
        { id: 'share', title: t('leader.why.share'), align: 'end', cell: (part) => share(part.share) },
      ]}
    />
  )
}
