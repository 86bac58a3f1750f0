import { Mail } from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  Checkbox,
  CheckboxGroup,
  Combobox,
  FileDrop,
  Form,
  Grid,
  RadioGroup,
  Select,
  Switch,
  TagPicker,
  TextArea,
  TextField,
} from '#ui'
import { choices } from './choices.tsx'
import { groups, people } from './people.ts'
import { useText } from './samples.ts'

const places = groups.map(({ id, name }) => ({ id, label: name }))
const [first = null, second] = choices
const chosen = second ? [second] : []
const nothing = () => undefined

/** Every field with a complaint, as after a form was refused. */
export function WrongFields() {
  const t = useText()
  return (
    <Form onSubmit={nothing} error={t('dev.notSent')}>
      <Grid>
        <TextField
          label={t('dev.email')}
          defaultValue="ana.meridian"
          error={t('dev.emailWrong')}
          icon={Mail}
        />
        <TextArea label={t('dev.details')} lines={1} error={t('dev.detailsWrong')} />
        <Select label={t('dev.group')} items={places} error={t('dev.chooseOne')} />
        <Combobox
          label={t('dev.person')}
          items={choices}
          value={null}
          onChange={nothing}
          error={t('dev.chooseOne')}
        />
        <TagPicker
          label={t('dev.coAuthors')}
          items={choices}
          value={chosen}
          onChange={nothing}
          error={t('dev.authorWrong')}
        />
        <RadioGroup label={t('dev.when')} items={useTimes()} error={t('dev.chooseOne')} />
        <CheckboxGroup label={t('dev.coAuthors')} items={choices.slice(0, 2)} error={t('dev.chooseOne')} />
      </Grid>
    </Form>
  )
}

/** What a server refused: said at the field that it is about, and above for what has no field. */
export function RefusedForm() {
  const t = useText()
  const [isSent, setSent] = useState(false)
  // As in life it comes after the form, which then knows its fields.
  useEffect(() => setSent(true), [])
  const problem = {
    detail: t('dev.notSent'),
    faults: [
      { pointer: '/email', detail: t('dev.emailWrong') },
      { pointer: '/reviewers', detail: t('dev.authorWrong') },
    ],
  }
  return (
    <Form onSubmit={nothing} error={isSent ? { problem } : null}>
      <TextField label={t('dev.email')} name="email" defaultValue="ana.meridian" icon={Mail} />
    </Form>
  )
}

/** Every field that may not be changed now. */
export function ClosedFields() {
  const t = useText()
  return (
    <Grid>
      <TextField label={t('dev.closed')} value={t('dev.plain')} isDisabled />
      <TextField label={t('dev.name')} value={people[7].name} hint={t('dev.fixedHint')} isReadOnly />
      <TextArea label={t('dev.details')} lines={1} value={t('dev.moreText')} isDisabled />
      <Select label={t('dev.group')} items={places} value="metrology" isDisabled />
      <Combobox label={t('dev.person')} items={choices} value={first} onChange={nothing} isDisabled />
      <TagPicker label={t('dev.coAuthors')} items={choices} value={chosen} onChange={nothing} isDisabled />
      <RadioGroup label={t('dev.when')} items={useTimes()} defaultValue="now" isDisabled />
      <CheckboxGroup label={t('dev.coAuthors')} items={choices.slice(0, 2)} isDisabled />
      <div>
        <Checkbox defaultSelected isDisabled hint={t('dev.agreeHint')}>
          {t('dev.agree')}
        </Checkbox>
        <Switch defaultSelected isDisabled hint={t('dev.visibleHint')}>
          {t('dev.visible')}
        </Switch>
        <Switch isDisabled>{t('dev.disabled')}</Switch>
      </div>
      <FileDrop label={t('dev.files')} hint={t('dev.filesHint')} isDisabled onFiles={nothing} />
    </Grid>
  )
}

function useTimes() {
  const t = useText()
  return [
    { id: 'now', label: t('dev.whenNow') },
    { id: 'soon', label: t('dev.whenSoon') },
  ]
}
