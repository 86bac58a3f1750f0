import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Page, toast } from '#ui'
import { makeRule } from '../../rule.contract.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { NotYours } from './not-yours.tsx'
import { RuleForm } from './rule-form.tsx'
import { draftFrom, templateNames } from './starts.ts'
import { Templates } from './templates.tsx'
import { useText } from './text.ts'

/** A new rule: what to begin with, then the rule itself. */
export function Component() {
  const t = useText()
  const [search] = useSearchParams()
  const { roles, organization } = useSession()
  if (!roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')) return <NotYours />
  const from = search.get('from')
  const template = templateNames.find((name) => name === from)
  const start = template ? draftFrom(template, t(`rule.template.${template}`)) : emptyDraft
  return (
    <Page title={t('rule.new')} breadcrumbs={[{ label: t('rule.title'), href: paths.rules }]} width="middle">
      {template || from === 'nothing' ? <NewRule key={from} start={start} /> : <Templates />}
    </Page>
  )
}

function NewRule({ start }: { start: Draft }) {
  const t = useText()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(start)
  const make = useWrite(makeRule, ['rules'])
  return (
    <RuleForm
      draft={draft}
      onChange={setDraft}
      action={t('rule.make')}
      isPending={make.isPending}
      error={make.error}
      onSend={(body) =>
        make.mutate(
          { body },
          {
            onSuccess: ({ id, name }) => {
              toast({ text: t('rule.made', { name }), tone: 'success' })
              void navigate(linkTo(paths.rule, { ruleId: id }))
            },
          },
        )
      }
    />
  )
}
