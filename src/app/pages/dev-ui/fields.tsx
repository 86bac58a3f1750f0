import { Mail } from 'lucide-react'
import { useState } from 'react'
import type { Choice } from '#ui'
import {
  Avatar,
  Button,
  Checkbox,
  CheckboxGroup,
  Columns,
  Combobox,
  Emblem,
  FileButton,
  FileDrop,
  Form,
  Grid,
  NumberChoice,
  PictureChoice,
  RadioGroup,
  SearchField,
  Select,
  Stack,
  Switch,
  TagPicker,
  TextArea,
  TextField,
  toast,
} from '#ui'
import { ClosedFields, WrongFields } from './field-states.tsx'
import { findPeople, groups, people } from './people.ts'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Everything to write in and choose with. */
export function Fields() {
  const t = useText()
  return (
    <Section title={t('dev.fields')}>
      <Columns aside={<Choosing />}>
        <NeedForm />
        <Files />
        <Pictures />
      </Columns>
      <Grid>
        <TextField label={t('dev.duration')} defaultValue="17" inputMode="numeric" after={t('dev.minutes')} />
      </Grid>
      <h3>{t('dev.wrongFields')}</h3>
      <WrongFields />
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

function Choosing() {
  const t = useText()
  const [person, setPerson] = useState<Choice | null>(null)
  const [minutes, setMinutes] = useState(10)
  const [authors, setAuthors] = useState<readonly Choice[]>([faced(people[0]), faced(people[6])])
  return (
    <Stack gap={24}>
      <SearchField label={t('dev.searchPlace')} keys="mod+k" />
      <Combobox
        label={t('dev.person')}
        placeholder={t('dev.typeName')}
        search={findPeople}
        value={person}
        onChange={setPerson}
      />
      <TagPicker
        label={t('dev.coAuthors')}
        placeholder={t('dev.typeName')}
        items={people.map(faced)}
        value={authors}
        onChange={setAuthors}
      />
      <Stack gap={8}>
        <Checkbox defaultSelected hint={t('dev.agreeHint')}>
          {t('dev.agree')}
        </Checkbox>
        <Checkbox isIndeterminate>{t('dev.some')}</Checkbox>
        <Checkbox isDisabled>{t('dev.disabled')}</Checkbox>
      </Stack>
      <CheckboxGroup
        label={t('dev.coAuthors')}
        defaultValue={['member-02']}
        items={people.slice(0, 3).map(({ id, name }) => ({ id, label: name }))}
      />
      <NumberChoice
        label={t('dev.duration')}
        value={minutes}
        among={[5, 10, 17]}
        words={(count) => `${count} ${t('dev.minutes')}`}
        onChange={setMinutes}
      />
      <Switch defaultSelected hint={t('dev.visibleHint')}>
        {t('dev.visible')}
      </Switch>
      <RadioGroup
        label={t('dev.when')}
        isFramed
        defaultValue="soon"
        items={[
          { id: 'now', label: t('dev.whenNow'), hint: t('dev.whenNowHint') },
          { id: 'soon', label: t('dev.whenSoon'), hint: t('dev.whenSoonHint') },
          { id: 'later', label: t('dev.whenLater'), hint: t('dev.whenLaterHint') },
        ]}
      />
    </Stack>
  )
}

function Pictures() {
  const t = useText()
  const [chosen, setChosen] = useState<string>(groups[0]?.id ?? '')
  const items = groups.map(({ id, ...group }) => ({
    id,
    label: group.name,
    picture: <Emblem {...group} />,
  }))
  return <PictureChoice label={t('dev.when')} items={items} value={chosen} onChange={setChosen} />
}

function Files() {
  const t = useText()
  return (
    <Stack gap={12}>
      <FileDrop
        label={t('dev.files')}
        hint={t('dev.filesHint')}
        accept={['.pptx', '.docx', '.md']}
        maxBytes={20_000_000}
        isMultiple
        onFiles={(files) => toast(files.map(({ name }) => name).join(', '))}
      />
      <FileButton accept={['.vtt']} size="sm" onFile={({ name }) => toast(name)}>
        {t('dev.files')}
      </FileButton>
      <FileButton accept={['.vtt']} size="sm" isPending onFile={({ name }) => toast(name)}>
        {t('dev.files')}
      </FileButton>
    </Stack>
  )
}

function faced({ id, name }: { id: string; name: string }): Choice {
  return { id, label: name, before: <Avatar id={id} name={name} size="xs" /> }
}
