import { CircleCheck } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { Card, Link, LinkButton, Row, Stack, useDate } from '#ui'
import type { Academy } from '../contract.ts'
import { useText } from './text.ts'

/** The exercise of the path: one's own first course, checked by peers and published. */
export function Own({ own }: Pick<Academy, 'own'>) {
  const t = useText()
  const date = useDate()
  return (
    <Card title={t('academy.own')}>
      {own ? (
        <Row isTight align="start">
          <CircleCheck size={24} role="img" aria-label={t('academy.step.done')} className="academy-did" />
          <Stack gap={4}>
            <Link href={linkTo(paths.course, { courseId: own.id })}>{own.title}</Link>
            <span className="ui-muted">{t('academy.own.published', { date: date(own.publishedAt) })}</span>
          </Stack>
        </Row>
      ) : (
        <Stack>
          <p>{t('academy.own.text')}</p>
          <div>
            <LinkButton href={paths.newCourse}>{t('academy.own.write')}</LinkButton>
          </div>
        </Stack>
      )}
    </Card>
  )
}
