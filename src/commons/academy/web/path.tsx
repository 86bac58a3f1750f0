import { CircleCheck, Play } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { Bar, Callout, Card, Chip, Link, LinkButton, Segments, Stack } from '#ui'
import type { Academy } from '../contract.ts'
import { nextOf, playerOf, takenOf } from './next.ts'
import { useText } from './text.ts'

/** The courses in their order, how far the reader is in each, and the way to go on. */
export function Path({
  academy: { path, state, languages, trainedAt, startedAt, can },
}: {
  academy: Academy
}) {
  const t = useText()
  return (
    <Stack gap={24}>
      {state === 'opening' && <Coming languages={languages} />}
      {!can.certify && <Callout>{t('academy.yours')}</Callout>}
      {path.length > 0 && <Courses path={path} startedAt={startedAt} trainedAt={trainedAt} can={can} />}
    </Stack>
  )
}

function Courses({
  path,
  trainedAt,
  startedAt,
  can,
}: Pick<Academy, 'path' | 'trainedAt' | 'startedAt' | 'can'>) {
  const t = useText()
  const done = path.filter((step) => step.done).length
  const next = nextOf(path)
  const course = next && takenOf(next)
  return (
    <Card title={t('academy.path')}>
      <Stack>
        <Segments
          label={t('academy.path')}
          total={path.length}
          done={done}
          valueText={t('academy.path.done', { done, of: path.length })}
        />
        {trainedAt && <p>{t('academy.path.trained')}</p>}
        {course && can.certify && (
          <div>
            <LinkButton look="primary" size="lg" icon={Play} href={playerOf(course)}>
              {t(startedAt ? 'academy.continue' : 'academy.start', { title: course.title })}
            </LinkButton>
          </div>
        )}
        <ol className="academy-path" aria-label={t('academy.path')}>
          {path.map((step) => (
            <StepRow key={step.place} step={step} isNext={step === next && can.certify} />
          ))}
        </ol>
      </Stack>
    </Card>
  )
}

/** That courses are still coming in. */
function Coming({ languages }: Pick<Academy, 'languages'>) {
  const t = useText()
  const [made, of] = [
    languages.reduce((sum, one) => sum + one.made, 0),
    languages.reduce((sum, one) => sum + one.of, 0),
  ]
  return (
    <Card tone="tint" title={t('academy.opening')}>
      <Stack gap={8}>
        <Bar
          label={t('academy.opening')}
          value={made}
          max={of}
          valueText={t('academy.opening.made', { made, of })}
        />
        <span className="ui-muted" role="status">
          {t('academy.opening.made', { made, of })}
        </span>
      </Stack>
    </Card>
  )
}

function StepRow({ step, isNext }: { step: Academy['path'][number]; isNext: boolean }) {
  const t = useText()
  const course = takenOf(step)
  if (!course) return null
  const others = step.courses.filter(({ id }) => id !== course.id)
  const { id: courseId, title, objective, minutes, steps, stepsDone } = course
  return (
    <li className="academy-step" aria-current={isNext ? 'step' : undefined}>
      <span className="academy-mark">
        {step.done ? (
          <CircleCheck size={24} role="img" aria-label={t('academy.step.done')} />
        ) : (
          <span aria-hidden="true">{step.place}</span>
        )}
      </span>
      <div className="academy-words">
        <p className="academy-name">
          <Link href={linkTo(paths.course, { courseId })} isQuiet>
            {title}
          </Link>
        </p>
        <p className="ui-muted">{objective}</p>
        <p className="academy-facts">
          <Chip>{t('academy.step.minutes', { minutes })}</Chip>{' '}
          {others.map((other) => (
            <Link key={other.id} href={linkTo(paths.course, { courseId: other.id })}>
              {t(`academy.step.in.${other.language}`)}
            </Link>
          ))}
        </p>
        {stepsDone > 0 && !step.done && (
          <Bar
            label={title}
            value={stepsDone}
            max={steps}
            size="sm"
            valueText={t('academy.step.progress', { done: stepsDone, of: steps })}
          />
        )}
      </div>
    </li>
  )
}
