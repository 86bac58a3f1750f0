import { Mail, MessagesSquare, Newspaper, Trash2 } from 'lucide-react'
import { Button, Card, Chip, Disclosure, Row, Stack } from '#ui'
import type { Step } from '../../language.ts'
import { useText } from '../text.ts'
import type { StepProps } from './part.ts'
import { StepFields } from './step-fields.tsx'
import { Variants } from './variants.tsx'

interface StepCardProps extends StepProps {
  number: number
  isNew: boolean
  onRemove: () => void
}

const icons = { mail: Mail, feed: Newspaper, chat: MessagesSquare } as const

/** When, how and to whom a step comes, in words. */
function useStepWords(steps: readonly Step[]): (step: Step) => { when: string; to: string } {
  const t = useText()
  return ({ after, days, if: meant }) => ({
    when:
      after === null
        ? t('campaigns.step.when.launch', { days })
        : t('campaigns.step.when.after', { days, number: steps.findIndex(({ id }) => id === after) + 1 }),
    to: t(`campaigns.step.to.${meant}`),
  })
}

/** One step: when it comes, how, to whom, what it says and what one may answer. */
export function StepCard({ number, isNew, onRemove, ...props }: StepCardProps) {
  const t = useText()
  const { step, steps, campaign } = props
  const words = useStepWords(steps)
  const { when, to } = words(step)
  return (
    <Card as="article" className="campaign-step">
      <Stack gap={16}>
        <header>
          <h3>{t('campaigns.step.one', { number })}</h3>
          <Row gap={8}>
            <Chip icon={icons[step.channel]}>{t(`campaigns.channel.${step.channel}`)}</Chip>
            <span className="ui-muted">
              {when}, {to}
            </span>
          </Row>
        </header>
        <Variants {...props} />
        {campaign.can.edit && (
          <Disclosure title={t('campaigns.step.details')} isOpenAtFirst={isNew}>
            <Stack gap={16}>
              <StepFields {...props} />
              <div>
                <Button size="sm" look="ghost" icon={Trash2} onPress={onRemove}>
                  {t('campaigns.step.remove')}
                </Button>
              </div>
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
