import { useState } from 'react'
import { Button, Card, Form, type FormProps, RadioGroup, Row, Stack, Switch, TextArea, TextField } from '#ui'
import type { Badge } from '../../badge.contract.ts'
import { DrawingFields } from './drawing-fields.tsx'
import { LevelFields } from './level-fields.tsx'
import { BadgePicture } from './picture.tsx'
import { placed } from './places.ts'
import { useText } from './text.ts'
import './badges.css'

export type Design = Pick<
  Badge,
  'name' | 'description' | 'criteria' | 'levels' | 'drawing' | 'awarders' | 'isPublic'
>

const awarders = ['designers', 'managers', 'leaders'] as const

interface DesignFormProps {
  first: Design
  action: string
  isPending: boolean
  error: FormProps['error']
  onSend: (design: Design) => void
}

/** A badge being designed: what it says on one side, how it looks on the other. */
export function DesignForm({ first, action, isPending, error, onSend }: DesignFormProps) {
  const t = useText()
  const [design, setDesign] = useState(first)
  const set = (change: Partial<Design>) => setDesign({ ...design, ...change })
  return (
    <Form onSubmit={() => onSend(design)} error={error}>
      <div className="badge-design">
        <Card title={t('badge.words')}>
          <Words design={design} onChange={set} />
        </Card>
        <Stack gap={24} className="badge-look">
          <Preview design={design} />
          <Card title={t('badge.drawing')}>
            <Stack gap={16}>
              <DrawingFields
                value={design.drawing}
                levels={design.levels.length}
                onChange={(drawing) => set({ drawing })}
              />
            </Stack>
          </Card>
        </Stack>
      </div>
      <Row>
        <Button type="submit" look="primary" isPending={isPending}>
          {action}
        </Button>
      </Row>
    </Form>
  )
}

interface WordsProps {
  design: Design
  onChange: (change: Partial<Design>) => void
}

function Words({ design, onChange }: WordsProps) {
  const t = useText()
  const { name, description, criteria } = design
  return (
    <Stack gap={16}>
      <TextField
        label={t('badge.name')}
        name="name"
        value={name}
        onChange={(said) => onChange({ name: said })}
        maxLength={60}
        isRequired
      />
      <TextField
        label={t('badge.description')}
        name="description"
        value={description}
        onChange={(said) => onChange({ description: said })}
        maxLength={300}
        isRequired
      />
      <TextArea
        label={t('badge.criteria')}
        name="criteria"
        hint={t('badge.criteriaHint')}
        value={criteria}
        onChange={(said) => onChange({ criteria: said })}
        maxLength={2000}
        isRequired
      />
      <LevelFields value={design.levels} onChange={(levels) => onChange({ levels })} />
      <RadioGroup
        label={t('badge.awarders')}
        hint={t('badge.awardersHint')}
        items={awarders.map((id) => ({ id, label: t(`badge.awarders.${id}`) }))}
        value={design.awarders}
        onChange={(chosen) => chosen && onChange({ awarders: chosen })}
      />
      <Switch
        isSelected={design.isPublic}
        onChange={(isPublic) => onChange({ isPublic })}
        hint={t('badge.isPublicHint')}
      >
        {t('badge.isPublic')}
      </Switch>
    </Stack>
  )
}

/** What is being drawn, at each of its levels. */
function Preview({ design: { name, drawing, levels } }: { design: Design }) {
  const t = useText()
  return (
    <Card title={t('badge.preview')} tone="warm">
      <ul className="badge-preview" aria-label={t('badge.preview')}>
        {placed(levels).map((level) => (
          <li key={level.place}>
            <BadgePicture
              drawing={drawing}
              level={level.place}
              levels={levels.length}
              name={name || t('badge.new')}
              size={levels.length > 3 ? 88 : 120}
            />
            {levels.length > 1 && <span>{level.name}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
