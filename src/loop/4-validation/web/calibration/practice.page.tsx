import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  ConfirmDialog,
  ErrorState,
  ForbiddenState,
  List,
  ListRow,
  Page,
  SkeletonRows,
  Stack,
  toast,
} from '#ui'
import { forgetPractice, listPractice, type PracticeCard } from '../../calibration.contract.ts'
import { useText } from '../text.ts'
import { HowYouReview } from './how-you-review.tsx'
import './calibration.css'

/** Courses to practise reviewing on, and how one judges beside others: for whoever may review, of themselves only. */
export function Component() {
  const t = useText()
  const language = useSession().member.locale
  const read = useRead(listPractice, { query: { language } }, { topics: ['practice'] })
  const isForbidden = read.error?.problem.status === 403
  return (
    <Page
      title={t('validation.practice')}
      lead={t('validation.practice.lead')}
      width="middle"
      breadcrumbs={[{ label: t('validation.reviews'), href: paths.reviews }]}
    >
      {read.isPending && <SkeletonRows rows={3} hasFace={false} />}
      {isForbidden && <ForbiddenState>{read.error?.message}</ForbiddenState>}
      {read.error && !isForbidden && (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      )}
      {read.data && (
        <Stack gap={24}>
          <Courses items={read.data.items} />
          <HowYouReview />
          {read.data.items.some(({ state, attempts }) => state !== 'new' || attempts > 1) && <Forget />}
        </Stack>
      )}
    </Page>
  )
}

function Courses({ items }: { items: PracticeCard[] }) {
  const t = useText()
  return (
    <Card isFlush>
      <List label={t('validation.practice.list')}>
        {items.map((item) => (
          <ListRow
            key={item.key}
            isAfterBelow
            title={item.title}
            text={item.objective}
            after={<State {...item} />}
            href={linkTo(paths.practiceCourse, { practice: item.key })}
          />
        ))}
      </List>
    </Card>
  )
}

/** What one did there last. */
function State({ state, result, attempts }: PracticeCard) {
  const t = useText()
  return (
    <>
      {attempts > 1 && <Chip>{t('validation.practice.attempts', { count: attempts })}</Chip>}
      {state === 'begun' && <Chip tone="gold">{t('validation.practice.begun')}</Chip>}
      {state === 'new' && !result && <Chip>{t('validation.practice.new')}</Chip>}
      {result && (
        <Chip tone="success">
          {result.defects === 0
            ? t('validation.practice.foundNone')
            : t('validation.practice.found', { found: result.found, count: result.defects })}
        </Chip>
      )}
    </>
  )
}

/** Deletes all that one practised, after asking: nobody else has it, so it cannot be brought back. */
function Forget() {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const forget = useWrite(forgetPractice, ['practice'])
  const confirm = () =>
    forget.mutate(
      {},
      {
        onSuccess: () => {
          setAsking(false)
          toast({ text: t('validation.practice.forgotten'), tone: 'success' })
        },
      },
    )
  return (
    <div>
      <Button look="ghost" size="sm" onPress={() => setAsking(true)}>
        {t('validation.practice.forget')}
      </Button>
      <ConfirmDialog
        title={t('validation.practice.forgetTitle')}
        isOpen={isAsking}
        onOpenChange={setAsking}
        action={t('validation.practice.forget')}
        isDanger
        isPending={forget.isPending}
        onConfirm={confirm}
      >
        {forget.error?.message ?? t('validation.practice.forgetText')}
      </ConfirmDialog>
    </div>
  )
}
