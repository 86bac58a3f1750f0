import { idOf, textOf } from '#course/document/blocks.ts'
import type { Step } from '#course/document/schema.ts'
import { Blocks, quoted } from '#course/web/index.tsx'
import type { Practice } from '../../calibration.contract.ts'
import { QuestionView } from '../question-view.tsx'
import { useText } from '../text.ts'
import { Answer } from './answer.tsx'
import { MarkPlace } from './mark-place.tsx'
import '../review.css'

interface PracticeProps {
  practice: Practice
}

/** The whole course as a learner reads it, with a way to say beside each step and block that something is wrong. */
export function CourseToMark({ practice }: PracticeProps) {
  return (
    <article className="review-doc practice-doc">
      {practice.document.content.map((step, index) => (
        <StepToMark key={step.attrs.id} practice={practice} step={step} number={index + 1} />
      ))}
    </article>
  )
}

function StepToMark({ practice, step, number }: PracticeProps & { step: Step; number: number }) {
  const t = useText()
  const { id, title } = step.attrs
  const texts = new Map(step.content.map((block) => [idOf(block), textOf(block)]))
  return (
    <section>
      <h2>{t('validation.practice.step', { number, title })}</h2>
      <Beside practice={practice} place={id} text={title} isStep />
      <Blocks
        blocks={step.content}
        stepHref={() => ''}
        renderQuestion={(question) => <QuestionView question={question} />}
        after={(place) => {
          const text = texts.get(place)
          return text !== undefined && <Beside practice={practice} place={place} text={text} />
        }}
      />
    </section>
  )
}

interface BesideProps extends PracticeProps {
  place: string
  /** What the step is called, or the block says. */
  text: string
  isStep?: boolean
}

/** Before one compares, the way to say what is wrong here; then what is known of it. */
function Beside({ practice, place, text, isStep = false }: BesideProps) {
  const mark = practice.marks.find((one) => one.place === place)
  if (practice.comparison) return <Answer comparison={practice.comparison} place={place} mark={mark} />
  return (
    <MarkPlace practiceKey={practice.key} place={place} quote={quoted(text)} mark={mark} isStep={isStep} />
  )
}
