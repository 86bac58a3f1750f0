import { paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import {
  Callout,
  Card,
  ErrorState,
  ForbiddenState,
  Link,
  List,
  Page,
  ShowMore,
  SkeletonRows,
  Stack,
} from '#ui'
import { listPurposes } from '../../purpose.contract.ts'
import { listSurveys } from '../../survey.contract.ts'
import { useText } from '../text.ts'
import { OpenForm } from './open-form.tsx'
import { SurveyRow } from './survey-row.tsx'

/** The surveys of the groups that one answers for, and the way to ask another. */
export function Component() {
  const t = useText()
  const purposes = useRead(listPurposes, {}, { topics: ['detection'] })
  const list = useList(listSurveys, { query: { limit: 20 } }, { topics: ['surveys', 'detection'] })
  const isOn = (purpose: string) => purposes.data?.items.some((one) => one.purpose === purpose && one.onSince)
  const refusal = list.error?.problem.status === 403 ? list.error.message : null
  return (
    <Page
      title={t('leader.surveys')}
      lead={t('leader.surveys.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('leader.surveys.place'), href: paths.lead }]}
    >
      {refusal !== null ? (
        <ForbiddenState>{refusal}</ForbiddenState>
      ) : (
        <Stack gap={24}>
          {purposes.error ? (
            <ErrorState onRetry={() => void purposes.refetch()}>{purposes.error.message}</ErrorState>
          ) : purposes.isPending ? (
            <SkeletonRows rows={3} hasFace={false} />
          ) : isOn('survey') && isOn('detection') ? (
            <OpenForm />
          ) : (
            <Callout title={t('leader.surveys.off')}>
              <Link href={paths.purposes}>{t('leader.part.why')}</Link>
            </Callout>
          )}
          <Card title={t('leader.surveys.all')}>
            {list.error ? (
              <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
            ) : list.isPending ? (
              <SkeletonRows rows={2} hasFace={false} />
            ) : list.items.length === 0 ? (
              <p className="ui-muted">{t('leader.surveys.none')}</p>
            ) : (
              <List label={t('leader.surveys.all')}>
                {list.items.map((one) => (
                  <SurveyRow key={one.id} survey={one} />
                ))}
              </List>
            )}
            <ShowMore list={list} />
          </Card>
        </Stack>
      )}
    </Page>
  )
}
