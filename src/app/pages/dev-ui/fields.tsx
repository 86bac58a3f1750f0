import { Mail } from 'lucide-react'
import { useState } from 'react'
import { Button, Columns, Emblem, Form, Select, TextArea, TextField, toast } from '#ui'
import { Choosing, OneOfSome } from './choosing.tsx'
import { AskingFields } from './field-asks.tsx'
import { ClosedFields, RefusedForm, WrongFields } from './field-states.tsx'
import { Files } from './files.tsx'
import { Lines } from './lines.tsx'
import { groups } from './people.ts'
import { Pictures } from './pictures.tsx'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Everything to write in and choose with. */
export function Fields() {
  const t = useText()
  return (
    <Section title={t('dev.fields')}>
      <Columns aside={<Choosing />} asideLabel={t('dev.choosing')}>
        <NeedForm />
        <Files />
        <Pictures />
        <OneOfSome />
      </Columns>
      <h3>{t('dev.lines')}</h3>
      <Lines />
      <h3>{t('dev.askingFields')}</h3>
      <AskingFields />
      <h3>{t('dev.wrongFields')}</h3>
      <WrongFields />
      <RefusedForm />
      <h3>{t('dev.closedFields')}</h3>
      <ClosedFields />
    </Section>
  )
}

function NeedForm() {
  const t = useText()
  const [group, setGroup] = useState<string | null>(null)
  return (
    <Form onSubmit={() => toast({ tone: 'success', text: t('dev.sent') })}>
      <TextField label={t('dev.name')} hint={t('dev.nameHint')} isRequired />
      <TextField
        label={t('dev.email')}
        type="email"
        icon={Mail}
        check={(value) => (value && !/@.+\../.test(value) ? t('dev.emailWrong') : null)}
      />
      <TextArea label={t('dev.details')} placeholder={t('dev.detailsPlace')} isOptional maxLength={200} />
      <Select
        label={t('dev.group')}
        isRequired
        value={group}
        onChange={setGroup}
        items={groups.map(({ id, name, colour, glyph }) => ({
          id,
          label: name,
          before: <Emblem colour={colour} glyph={glyph} name={name} size="sm" />,
        }))}
      />
      <div>
        <Button look="primary" type="submit">
          {t('dev.send')}
        </Button>
      </div>
    </Form>
  )
}
