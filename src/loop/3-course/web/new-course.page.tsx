import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { getNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Callout, Card, Form, Page, Select, Stack, TextArea, TextField } from '#ui'
import { createCourse } from '../contract.ts'
import { listTemplates } from '../template.contract.ts'
import { ImportMarkdown } from './import/import-markdown.tsx'
import { SimilarCourses } from './similar-courses.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { useText } from './text.ts'
import './editor/editor.css'

/** A new course: from nothing, for a need, or from Markdown that exists. */
export function Component() {
  const t = useText()
  const session = useSession()
  const [search] = useSearchParams()
  const needId = search.get('need')
  const need = useRead(getNeed, { params: { needId: needId ?? '' } }, { enabled: needId !== null })
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  const home = session.groups.find(({ id }) => id !== session.organization.id) ?? session.organization
  const [chosen, setChosen] = useState<string | null>(null)
  const groupId = chosen ?? need.data?.group.id ?? search.get('group') ?? home.id
  return (
    <Page
      title={t('course.new.title')}
      width="narrow"
      breadcrumbs={[{ label: t('course.create'), href: paths.create }]}
    >
      <Stack gap={24}>
        {need.data && <Callout>{t('course.new.forNeed', { title: need.data.title })}</Callout>}
        <Select
          label={t('course.new.group')}
          items={(groups.data?.items ?? []).map(({ id, name }) => ({ id, label: name }))}
          value={groupId}
          onChange={setChosen}
        />
        <FromNothing groupId={groupId} needId={needId} />
        <Card title={t('course.new.import')}>
          <ImportMarkdown groupId={groupId} needId={needId} />
        </Card>
      </Stack>
    </Page>
  )
}

function FromNothing({ groupId, needId }: { groupId: string; needId: string | null }) {
  const t = useText()
  const navigate = useNavigate()
  const { member } = useSession()
  const [title, setTitle] = useState('')
  const [objective, setObjective] = useState('')
  const [search] = useSearchParams()
  const [picked, setTemplate] = useState(search.get('template'))
  const query = { language: member.locale, groupId }
  const templates = useRead(listTemplates, { query }, { topics: ['templates'], keepPrevious: true })
  // What another group offers is not offered in this one.
  const template = templates.data?.items.some(({ key }) => key === picked) ? picked : null
  const chosen = templates.data?.items.find(({ key }) => key === template)
  const create = useWrite(createCourse, ['my-courses'])
  const start = () =>
    create.mutate(
      { body: { title, objective, groupId, needId, language: member.locale, template } },
      { onSuccess: ({ course }) => void navigate(linkTo(paths.editor, { courseId: course.id })) },
    )
  return (
    <Card>
      <Form onSubmit={start} error={create.error}>
        <TemplateChoice templates={templates.data?.items ?? []} value={template} onChange={setTemplate} />
        <TextField
          label={t('course.new.what')}
          name="title"
          value={title}
          onChange={setTitle}
          maxLength={140}
          isRequired
          autoFocus
        />
        <SimilarCourses title={title} />
        <TextArea
          label={t('course.new.objective')}
          name="objective"
          hint={chosen?.objective ?? t('course.new.objectiveHint')}
          value={objective}
          onChange={setObjective}
          maxLength={400}
          lines={2}
          isOptional
        />
        <Button type="submit" look="primary" isPending={create.isPending}>
          {t('course.new.start')}
        </Button>
      </Form>
    </Card>
  )
}
