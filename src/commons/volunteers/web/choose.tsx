import { ChevronRight, CircleCheck } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useWrite } from '#platform/web/use'
import { Card, sayRefusal } from '#ui'
import { chooseStep, type Step, type Volunteering } from '../contract.ts'
import { steps } from './steps.ts'
import { useText } from './text.ts'

interface ChooseProps {
  volunteering: Volunteering
  offers: readonly Step[]
  onChosen: () => void
}

/** What to begin with: one press, and one may choose again. */
export function Choose({ volunteering: { id, done }, offers, onChosen }: ChooseProps) {
  const t = useText()
  const choose = useWrite(chooseStep, ['volunteers'])
  const take = (step: Step) =>
    choose.mutate(
      { params: { volunteerId: id }, body: { step } },
      { onSuccess: onChosen, onError: sayRefusal },
    )
  return (
    <Card title={t('volunteers.choose')}>
      <div className="volunteers-choices">
        {steps
          .filter(({ step }) => offers.includes(step))
          .map(({ step, icon: Icon }) => (
            <Button key={step} className="volunteers-choice" onPress={() => take(step)}>
              {done.includes(step) ? (
                <CircleCheck
                  size={28}
                  role="img"
                  aria-label={t('volunteers.done')}
                  className="volunteers-did"
                />
              ) : (
                <Icon size={28} aria-hidden="true" />
              )}
              <span>
                <strong>{t(`volunteers.step.${step}`)}</strong>
                <span className="ui-muted">{t(`volunteers.step.${step}.text`)}</span>
              </span>
              <ChevronRight size={20} aria-hidden="true" />
            </Button>
          ))}
      </div>
    </Card>
  )
}
