import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, Form, NumberChoice, Row, sayRefusal, toast, useNumber } from '#ui'
import { weighedKinds } from '../../signals/kinds.ts'
import { type DetectionSettings, previewDetection, setDetectionSettings } from '../../weights.contract.ts'
import { useText } from '../text.ts'
import { WeightsPreview } from './weights-preview.tsx'

/** What is to choose from; what was set elsewhere comes beside it. */
const percents = [1, 2, 3, 5, 10, 20]
const memories = [5, 15, 30, 60, 90, 180, 365]
const weights = [0, 0.5, 1, 2, 3, 5, 10]

/** What is asked for, and the two things that can be done with it. */
function useWeights(settings: DetectionSettings) {
  const t = useText()
  const [draft, setDraft] = useState(settings)
  const set = useWrite(setDetectionSettings, ['radar'])
  const preview = useWrite(previewDetection, ['detection-preview'])
  const save = () =>
    set.mutate(
      { body: draft },
      { onSuccess: () => toast({ text: t('leader.weights.saved'), tone: 'success' }) },
    )
  const foresee = () => preview.mutate({ body: draft }, { onError: sayRefusal })
  return { draft, setDraft, save, foresee, set, preview }
}

/** Says what counts how much; first one may look who would come in and who would drop out. */
export function WeightsForm({ settings, usual }: { settings: DetectionSettings; usual: DetectionSettings }) {
  const t = useText()
  const number = useNumber()
  const { draft, setDraft, save, foresee, set, preview } = useWeights(settings)
  const ofKind = (weight: number) =>
    weight === 0 ? t('leader.weights.not') : t('leader.weights.times', { weight: number(weight) })
  return (
    <>
      <Card>
        <Form onSubmit={save} error={set.error}>
          <NumberChoice
            label={t('leader.weights.percent')}
            value={draft.percent}
            among={percents}
            words={(percent) => t('leader.weights.ofHundred', { percent })}
            onChange={(percent) => setDraft({ ...draft, percent })}
          />
          <NumberChoice
            label={t('leader.weights.memory')}
            hint={t('leader.weights.memoryHint')}
            value={draft.memory}
            among={memories}
            words={(days) => t('leader.span.days', { days })}
            onChange={(memory) => setDraft({ ...draft, memory })}
          />
          <fieldset className="weights-kinds">
            <legend>{t('leader.weights.kinds')}</legend>
            {weighedKinds.map((kind) => (
              <NumberChoice
                key={kind}
                label={t(`leader.weights.kind.${kind}`)}
                value={draft.kinds[kind]}
                among={weights}
                words={ofKind}
                onChange={(weight) => setDraft({ ...draft, kinds: { ...draft.kinds, [kind]: weight } })}
              />
            ))}
          </fieldset>
          <Row>
            <Button onPress={foresee} isPending={preview.isPending}>
              {t('leader.weights.preview')}
            </Button>
            <Button type="submit" look="primary" isPending={set.isPending}>
              {t('leader.weights.save')}
            </Button>
            <Button look="ghost" onPress={() => setDraft(usual)}>
              {t('leader.weights.usual')}
            </Button>
          </Row>
        </Form>
      </Card>
      <WeightsPreview draft={draft} />
    </>
  )
}
