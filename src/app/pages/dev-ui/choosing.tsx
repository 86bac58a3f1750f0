import { CalendarDays, Zap } from 'lucide-react'
import { useState } from 'react'
import {
  Checkbox,
  CheckboxGroup,
  type Choice,
  Combobox,
  NumberChoice,
  RadioGroup,
  SearchField,
  Select,
  Stack,
  Switch,
  TagPicker,
} from '#ui'
import { choices } from './choices.tsx'
import { findNobody, findPeople } from './people.ts'
import { useText } from './samples.ts'

/** What finds, and what is ticked. */
export function Choosing() {
  const t = useText()
  return (
    <Stack gap={24}>
      <SearchField label={t('dev.searchPlace')} keys="mod+k" />
      <Finding />
      <Ticking />
    </Stack>
  )
}

function Finding() {
  const t = useText()
  const [person, setPerson] = useState<Choice | null>(null)
  const [author, setAuthor] = useState<Choice | null>(choices[1] ?? null)
  const [authors, setAuthors] = useState<readonly Choice[]>(choices.slice(6))
  const [readers, setReaders] = useState<readonly Choice[]>([])
  const name = t('dev.typeName')
  return (
    <>
      <Combobox
        label={t('dev.person')}
        placeholder={name}
        search={findPeople}
        value={person}
        onChange={setPerson}
      />
      <Combobox label={t('dev.author')} items={choices} value={author} onChange={setAuthor} />
      <Combobox label={t('dev.nobody')} search={findNobody} value={null} onChange={() => undefined} />
      <TagPicker
        label={t('dev.coAuthors')}
        placeholder={name}
        items={choices}
        value={authors}
        onChange={setAuthors}
      />
      <TagPicker label={t('dev.readers')} search={findPeople} value={readers} onChange={setReaders} />
    </>
  )
}

function Ticking() {
  const t = useText()
  return (
    <>
      <Stack gap={8}>
        <Checkbox defaultSelected hint={t('dev.agreeHint')}>
          {t('dev.agree')}
        </Checkbox>
        <Checkbox>{t('dev.agree')}</Checkbox>
        <Checkbox isIndeterminate>{t('dev.some')}</Checkbox>
        <Checkbox isDisabled>{t('dev.disabled')}</Checkbox>
        <Checkbox isInvalid>{t('dev.agree')}</Checkbox>
      </Stack>
      <CheckboxGroup
        label={t('dev.coAuthors')}
        defaultValue={['member-02']}
        items={[
          { id: 'member-02', label: choices[1]?.label },
          { id: 'member-03', label: choices[2]?.label, hint: t('dev.agreeHint') },
          { id: 'member-04', label: choices[3]?.label, isDisabled: true },
        ]}
      />
      <div>
        <Switch defaultSelected hint={t('dev.visibleHint')}>
          {t('dev.visible')}
        </Switch>
        <Switch>{t('dev.agree')}</Switch>
      </div>
    </>
  )
}

/** One of a few, in each way to say so. */
export function OneOfSome() {
  const t = useText()
  const [minutes, setMinutes] = useState(10)
  const times = [
    { id: 'now', label: t('dev.whenNow'), hint: t('dev.whenNowHint'), icon: Zap },
    { id: 'soon', label: t('dev.whenSoon'), hint: t('dev.whenSoonHint'), icon: CalendarDays },
    { id: 'later', label: t('dev.whenLater'), hint: t('dev.whenLaterHint'), isDisabled: true },
  ] as const
  const words = (count: number) => `${count} ${t('dev.minutes')}`
  const durations = [5, 10, 17]
  return (
    <Stack gap={24}>
      <NumberChoice
        label={t('dev.duration')}
        value={minutes}
        among={durations}
        words={words}
        onChange={setMinutes}
      />
      <NumberChoice
        label={t('dev.duration')}
        hint={t('dev.durationHint')}
        value={minutes}
        among={durations}
        words={words}
        onChange={setMinutes}
      />
      <Select label={t('dev.person')} placeholder={t('dev.chooseOne')} items={choices} />
      <RadioGroup label={t('dev.when')} isFramed defaultValue="soon" items={times} />
      <RadioGroup label={t('dev.when')} defaultValue="now" items={times} />
    </Stack>
  )
}
