import { useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  ArchiveButton,
  ErrorState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
  Tabs,
  toast,
} from '#ui'
import { archiveRule, changeRule, getRule, type RecognitionRule, restoreRule } from '../../rule.contract.ts'
import { draftOf, ruleOf } from './draft.ts'
import { Given } from './given.tsx'
import { NotYours } from './not-yours.tsx'
import { RuleForm } from './rule-form.tsx'
import { Simulated } from './simulated.tsx'
import { Activity } from './switch.tsx'
import { useText } from './text.ts'
import { Versions } from './versions.tsx'
import './rules.css'

/** One rule: what it says, what it would have given and gave, and what it said before. */
export function Component() {
  const t = useText()
  const { ruleId = '' } = useParams()
  const read = useRead(getRule, { params: { ruleId } }, { topics: ['rules'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 403) return <NotYours />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.rules}>{t('rule.toRules')}</LinkButton>}>
        {t('rule.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneRule rule={read.data} />
}

function OneRule({ rule }: { rule: RecognitionRule }) {
  const t = useText()
  return (
    <Page
      title={rule.name}
      lead={t('rule.gave', rule.given)}
      width="wide"
      breadcrumbs={[{ label: t('rule.title'), href: paths.rules }]}
      actions={!rule.active && <Archiving rule={rule} />}
    >
      <Stack gap={24}>
        <Activity rule={rule} />
        <Tabs
          label={t('rule.part')}
          items={[
            {
              ...{ id: 'rule', label: t('rule.part.rule') },
              content: <Desk key={`${rule.id} ${rule.version}`} rule={rule} />,
            },
            { id: 'given', label: t('rule.part.given'), content: <Given rule={rule} /> },
            { id: 'versions', label: t('rule.part.versions'), content: <Versions rule={rule} /> },
          ]}
        />
      </Stack>
    </Page>
  )
}

/** The rule being written on one side, what it would have given on the other: of what is kept. */
function Desk({ rule }: { rule: RecognitionRule }) {
  const t = useText()
  const [draft, setDraft] = useState(() => draftOf(rule))
  const change = useWrite(changeRule, ['rules'])
  const isDirty = JSON.stringify(ruleOf(draft)) !== JSON.stringify(ruleOf(draftOf(rule)))
  const { id: ruleId, version } = rule
  return (
    <div className="rule-desk">
      <RuleForm
        draft={draft}
        onChange={setDraft}
        action={t('rule.save', { version: version + 1 })}
        isPending={change.isPending}
        error={change.error}
        onSend={(said) =>
          change.mutate(
            { params: { ruleId }, body: { ...said, version } },
            {
              onSuccess: (kept) =>
                toast({
                  text:
                    kept.version === version ? t('rule.same') : t('rule.saved', { version: kept.version }),
                  tone: 'success',
                }),
            },
          )
        }
      />
      <Simulated rule={rule} isDirty={isDirty} />
    </div>
  )
}

function Archiving({ rule: { id, name, archivedAt } }: { rule: RecognitionRule }) {
  const t = useText()
  const params = { ruleId: id }
  const archive = useWrite(archiveRule, ['rules'])
  const restore = useWrite(restoreRule, ['rules'])
  return (
    <ArchiveButton
      isArchived={archivedAt !== null}
      isPending={archive.isPending || restore.isPending}
      archive={(after) => archive.mutate({ params }, after)}
      restore={(after) => restore.mutate({ params }, after)}
      words={{
        archive: t('rule.archive'),
        restore: t('rule.restore'),
        archived: t('rule.archivedNow', { name }),
        restored: t('rule.restored', { name }),
      }}
    />
  )
}
