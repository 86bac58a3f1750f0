import { useMemo } from 'react'
import type { Question } from '#course/document/schema.ts'
import { compareWords } from '#course/document/words.ts'
import { Blocks, type ReadBlock, Words } from '#course/web/index.tsx'
import { addressOf } from '#platform/http/call'
import { Callout } from '#ui'
import { type Contribution, getContributionFile } from '../contribution.contract.ts'
import { lightBlocks } from '../light.ts'
import { useText } from './text.ts'

/** What somebody gave, as whoever decides reads it. */
export function Given({ contribution }: { contribution: Contribution }) {
  const { content } = contribution
  switch (content.kind) {
    case 'edit':
      return <Edit contribution={contribution} content={content} />
    case 'tip':
      return <Light text={content.text} />
    case 'step':
      return (
        <>
          <h3>{content.title}</h3>
          <Light text={content.text} />
        </>
      )
    case 'question':
      return <Asked question={content.question} />
    case 'clip':
      return <Clip contribution={contribution} caption={content.caption} alt={content.alt} />
  }
}

/** As it will stand in the course. */
function Light({ text }: { text: string }) {
  const blocks = useMemo(() => lightBlocks(text), [text])
  return (
    <div className="ladder-light">
      <Blocks blocks={blocks as ReadBlock[]} stepHref={() => ''} />
    </div>
  )
}

interface EditProps {
  contribution: Contribution
  content: Extract<Contribution['content'], { kind: 'edit' }>
}

/** Old words and new; and what stands there by now, where that is something else. */
function Edit({ contribution: { now, state }, content: { old, words, why } }: EditProps) {
  const t = useText()
  return (
    <>
      <p className="ladder-words">
        <Words words={compareWords(old, words)} />
      </p>
      {why && <p>{t('ladder.because', { why })}</p>}
      {state === 'open' && now === null && <Callout tone="warning">{t('ladder.edit.gone')}</Callout>}
      {state === 'open' && now !== null && now !== old && (
        <Callout tone="warning" title={t('ladder.edit.changed')}>
          {now}
        </Callout>
      )}
    </>
  )
}

function Asked({ question }: { question: Question }) {
  const t = useText()
  return (
    <>
      <h3>{question.prompt}</h3>
      {'options' in question && (
        <ul>
          {question.options.map(({ id, text, correct, feedback }) => (
            <li key={id}>
              {t(correct ? 'ladder.isRight' : 'ladder.isWrong', { text })}
              {feedback && <div className="ui-muted">{feedback}</div>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface ClipProps {
  contribution: Contribution
  caption: string
  alt: string
}

function Clip({ contribution: { id, file }, caption, alt }: ClipProps) {
  const src = addressOf(getContributionFile, { params: { contributionId: id } })
  const size = { width: file?.width ?? undefined, height: file?.height ?? undefined }
  return (
    <>
      {file?.mediaType.startsWith('video/') ? (
        <video src={src} controls muted preload="metadata" aria-label={caption} />
      ) : (
        <img src={src} alt={alt || caption} {...size} loading="lazy" />
      )}
      <p>{caption}</p>
    </>
  )
}
