import { Plus, Trash2 } from 'lucide-react'
import { Button, IconButton, Stack, TextArea, TextField } from '#ui'
import type { Badge } from '../../badge.contract.ts'
import { placed } from './places.ts'
import { useText } from './text.ts'

type Levels = Badge['levels']

const most = 5
const usual = [1, 2, 3, 4, 5] as const

interface LevelFieldsProps {
  value: Levels
  onChange: (levels: Levels) => void
}

/** The levels of a badge: one, without more ado, or up to five with words of their own. */
export function LevelFields({ value, onChange }: LevelFieldsProps) {
  const t = useText()
  const named = (levels: Levels): Levels =>
    levels.map((level, at) =>
      level.name ? level : { ...level, name: t(`badge.levelUsual.${usual[at] ?? 1}`) },
    )
  const add = () => onChange(named([...value, { name: '', criteria: '' }]))
  const set = (place: number, change: Partial<Levels[number]>) =>
    onChange(value.map((level, at) => (at + 1 === place ? { ...level, ...change } : level)))
  return (
    <Stack gap={16}>
      {value.length > 1 &&
        placed(value).map(({ place, ...level }) => (
          <fieldset key={place} className="badge-level">
            <legend>{t('badge.level', { number: place })}</legend>
            <div className="badge-level-head">
              <TextField
                label={t('badge.levelName', { number: place })}
                value={level.name}
                onChange={(name) => set(place, { name })}
                maxLength={40}
                isRequired
              />
              <IconButton
                icon={Trash2}
                look="ghost"
                label={t('badge.removeLevel', { number: place })}
                onPress={() => onChange(value.filter((_, at) => at + 1 !== place))}
              />
            </div>
            <TextArea
              label={t('badge.levelCriteria', { number: place })}
              value={level.criteria}
              onChange={(criteria) => set(place, { criteria })}
              maxLength={500}
              isOptional
            />
          </fieldset>
        ))}
      {value.length < most && (
        <div>
          <Button icon={Plus} look="line" size="sm" onPress={add}>
            {t('badge.addLevel')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
