import { useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Combobox, Dialog, Form, Select, TextField } from '#ui'
import { getDraft } from '../../contract.ts'
import { makeTemplate } from '../../own-template.contract.ts'
import { listTemplates } from '../../template.contract.ts'
import { useText } from '../text.ts'
import { useCourseSearch } from './course-search.ts'

interface NewTemplateProps {
  /** The groups that the reader manages. */
  groups: readonly { id: string; name: string }[]
  /** One’s own course that it is made of, when the place says it. */
  courseId: string | null
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Makes a template: of a course, of one that comes with Cairn, or a plain one. */
export function NewTemplate({ isOpen, onOpenChange, ...props }: NewTemplateProps) {
  const t = useText()
  return (
    <Dialog title={t('template.new')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {isOpen && <NewTemplateForm {...props} />}
    </Dialog>
  )
}

const plain = 'plain'
const course = 'course'

interface Chosen {
  id: string
  label: string
}

function NewTemplateForm({ groups, courseId }: Pick<NewTemplateProps, 'groups' | 'courseId'>) {
  const t = useText()
  const navigate = useNavigate()
  const { member } = useSession()
  const [name, setName] = useState('')
  const [groupId, setGroup] = useState(groups[0]?.id ?? '')
  const [begins, setBegins] = useState(courseId ? course : plain)
  const [picked, setPicked] = useState<Chosen | null>(null)
  const given = useRead(getDraft, { params: { courseId: courseId ?? '' } }, { enabled: courseId !== null })
  const first = given.data ? { id: given.data.course.id, label: given.data.course.title } : null
  const of = picked ?? first
  const make = useWrite(makeTemplate, ['templates'])
  const send = () => {
    const original = begins === plain || begins === course ? null : begins
    const body = { name, groupId, language: member.locale, original }
    make.mutate(
      { body: { ...body, courseId: begins === course ? (of?.id ?? null) : null } },
      {
        onSuccess: ({ template }) => void navigate(linkTo(paths.templateEditor, { templateId: template.id })),
      },
    )
  }
  return (
    <Form onSubmit={send} error={make.error}>
      <TextField
        label={t('template.name')}
        name="name"
        value={name}
        onChange={setName}
        maxLength={60}
        isRequired
        autoFocus
      />
      <Select
        label={t('template.group')}
        hint={t('template.groupHint')}
        name="groupId"
        items={groups.map(({ id, name: label }) => ({ id, label }))}
        value={groupId}
        onChange={setGroup}
      />
      <Beginnings value={begins} onChange={setBegins} />
      {begins === course && <CourseChoice groups={groups} value={of} onChange={setPicked} />}
      <Button type="submit" look="primary" isPending={make.isPending}>
        {t('template.make')}
      </Button>
    </Form>
  )
}

function Beginnings({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useText()
  const { member } = useSession()
  const originals = useRead(listTemplates, { query: { language: member.locale } })
  const known = (originals.data?.items ?? []).map(({ key, name }) => ({ id: key, label: name }))
  return (
    <Select
      label={t('template.begins')}
      items={[
        { id: plain, label: t('template.begins.plain') },
        { id: course, label: t('template.begins.course') },
        ...known,
      ]}
      value={value}
      onChange={onChange}
    />
  )
}

interface CourseChoiceProps {
  groups: NewTemplateProps['groups']
  value: Chosen | null
  onChange: (course: Chosen | null) => void
}

function CourseChoice({ groups, value, onChange }: CourseChoiceProps) {
  const t = useText()
  const search = useCourseSearch(groups)
  return (
    <Combobox<Chosen>
      label={t('template.course')}
      name="courseId"
      hint={t('template.courseHint')}
      search={search}
      value={value}
      onChange={onChange}
      isRequired
    />
  )
}
