import { Profile } from '#leader/web/index.tsx'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { Button, Callout, Card, LinkButton, Stack } from '#ui'
import type { Step, Volunteering } from '../contract.ts'
import { Questions } from './questions.tsx'
import { useText } from './text.ts'

interface StepViewProps {
  volunteering: Volunteering
  step: Step
  onOther: () => void
}

/** How to do the step that one chose; it is ticked off when one really did it. */
export function StepView({ volunteering: { done }, step, onOther }: StepViewProps) {
  const t = useText()
  const isDone = done.includes(step)
  return (
    <Stack gap={24}>
      {isDone && (
        <Callout tone="success" title={t('volunteers.done')}>
          {t(`volunteers.done.${step}`)}
        </Callout>
      )}
      <Card title={t(`volunteers.step.${step}`)}>
        <Stack>
          <p>{t(`volunteers.step.${step}.how`)}</p>
          {step === 'answer' && <Questions />}
          {step === 'academy' && (
            <div>
              <LinkButton look="primary" href={paths.academy}>
                {t('volunteers.step.academy.open')}
              </LinkButton>
            </div>
          )}
        </Stack>
      </Card>
      {step === 'topic' && <OwnProfile />}
      <div>
        <Button look={isDone ? 'primary' : 'ghost'} onPress={onOther}>
          {t(isDone ? 'volunteers.more' : 'volunteers.other')}
        </Button>
      </div>
    </Stack>
  )
}

const OwnProfile = () => <Profile memberId={useSession().member.id} />
