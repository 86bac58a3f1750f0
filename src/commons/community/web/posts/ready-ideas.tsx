import { useRead } from '#platform/web/use'
import { Button, Card, Chip, ErrorState, Muted, Row, SkeletonRows, Stack } from '#ui'
import { listReadyIdeas, type ReadyIdea } from '../../contract.ts'
import { useText } from '../text.ts'

/** Ideas that come with Cairn: read here, taken as the beginning of one's own. */
export function ReadyIdeas({ onTake }: { onTake: (idea: ReadyIdea) => void }) {
  const t = useText()
  const read = useRead(listReadyIdeas)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={4} hasFace={false} />
  return (
    <Stack gap={12}>
      <Muted>{t('community.ready.text')}</Muted>
      {read.data.items.map((idea) => (
        <Card key={idea.key} as="article">
          <Stack gap={12}>
            <Row justify="between">
              <h2 className="community-title">{idea.title}</h2>
              <Chip tone="primary">{t(`community.post.kind.${idea.kind}`)}</Chip>
            </Row>
            <p className="community-words">{idea.words}</p>
            {idea.steps.length > 0 && (
              <ol className="community-steps">
                {idea.steps.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            )}
            <div>
              <Button onPress={() => onTake(idea)} aria-label={`${t('community.ready.take')}: ${idea.title}`}>
                {t('community.ready.take')}
              </Button>
            </div>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
