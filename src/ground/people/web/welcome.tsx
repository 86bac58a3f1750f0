import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, Form, TextField, useLocale } from '#ui'
import { createOrganization } from '../organization.contract.ts'
import { Door, useEntrance } from './door.tsx'
import { useChecks } from './fields.ts'
import { LanguageChoice } from './language-choice.tsx'
import { useText } from './text.ts'

/** The first visit: the organization and its first administrator. `beside` is another way in. */
export function Welcome({ beside }: { beside?: React.ReactNode }) {
  const t = useText()
  return (
    <Door title={t('people.welcome.title')} lead={t('people.welcome.lead')}>
      {beside}
      <Card title={t('people.welcome.create')}>
        <NewOrganization />
      </Card>
    </Door>
  )
}

interface NewForm {
  organization: string
  name: string
  email: string
  password: string
  locale: 'en' | 'fr'
}
const empty = { organization: '', name: '', email: '', password: '' }

function NewOrganization() {
  const t = useText()
  const enter = useEntrance()
  const locale = useLocale() === 'fr' ? 'fr' : 'en'
  const [form, setForm] = useState<NewForm>({ ...empty, locale })
  const create = useWrite(createOrganization)
  return (
    <Form onSubmit={() => create.mutate({ body: form }, { onSuccess: enter })} error={create.error}>
      <Fields form={form} onChange={(part) => setForm({ ...form, ...part })} />
      <Button type="submit" look="primary" isPending={create.isPending}>
        {t('people.welcome.go')}
      </Button>
    </Form>
  )
}

function Fields({ form, onChange }: { form: NewForm; onChange: (part: Partial<NewForm>) => void }) {
  const t = useText()
  const checks = useChecks()
  const field = (name: keyof typeof empty, autoComplete: string) => ({
    name,
    value: form[name],
    onChange: (value: string) => onChange({ [name]: value }),
    autoComplete,
    maxLength: name === 'password' ? 200 : 120,
    isRequired: true,
  })
  return (
    <>
      <TextField label={t('people.welcome.organization')} {...field('organization', 'organization')} />
      <TextField label={t('people.welcome.name')} {...field('name', 'name')} />
      <TextField label={t('people.email')} type="email" check={checks.email} {...field('email', 'email')} />
      <TextField
        label={t('people.password')}
        hint={t('people.passwordHint')}
        type="password"
        check={checks.password}
        {...field('password', 'new-password')}
      />
      <LanguageChoice value={form.locale} onChange={(locale) => onChange({ locale })} />
    </>
  )
}
