import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, List, ListRow, SkeletonRows, Time, useList } from '#ui'
import { listEvidence, type Trace } from '../contract.ts'
import { useText } from './text.ts'

/** Where it stands; thanks for nothing in particular stand on the page of whom they are for. */
function hrefOf(subject: Trace['subject'], id: string): string | undefined {
  if (subject === 'thanks') return undefined
  return subject === 'need' ? linkTo(paths.need, { needId: id }) : linkTo(paths.course, { courseId: id })
}

/** What someone has shown to know, thing by thing; nothing while there is nothing. */
export function Evidence({ memberId, title }: { memberId: string; title: string }) {
  const t = useText()
  const list = useList()
  const read = useRead(listEvidence, { params: { memberId } })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={2} />
  const things = [...Map.groupBy(read.data?.items ?? [], ({ subjectId }) => subjectId)]
  if (things.length === 0) return null
  return (
    <Card title={title}>
      <List>
        {things.map(([id, [first, ...rest]]) => (
          <ListRow
            key={id}
            title={first?.words}
            href={first && hrefOf(first.subject, id)}
            text={
              <>
                {list([first, ...rest].flatMap((one) => (one ? t(`leader.did.${one.kind}`) : [])))}
                {first && (
                  <>
                    {', '}
                    <Time at={first.at} />
                  </>
                )}
              </>
            }
          />
        ))}
      </List>
    </Card>
  )
}
