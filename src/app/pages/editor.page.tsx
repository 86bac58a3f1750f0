import { useState } from 'react'
import { useParams } from 'react-router'
import { EditorPage } from '#course/web/index.tsx'
import { AndNext, ContributionsWait, useAreContributionsKnown } from '#ladder/web/index.tsx'
import { ThankReviewers } from '#recognition/web/index.tsx'
import { AskForReview, CharterNotes, Rounds, useAreRoundsKnown } from '#validation/web/index.tsx'

/** The editor, with what validation adds to it. */
export function Component() {
  const { courseId = '' } = useParams()
  const [askedFor, setAskedFor] = useState('')
  const areRoundsKnown = useAreRoundsKnown(courseId)
  const areNotesKnown = useAreContributionsKnown(courseId) && areRoundsKnown
  return (
    <EditorPage
      areNotesKnown={areNotesKnown}
      actions={(id, prepare, desk) => (
        <AskForReview courseId={id} beforeAsking={prepare} desk={desk} onAsked={() => setAskedFor(id)} />
      )}
      notes={(draft, desk) => (
        <>
          <ContributionsWait courseId={draft.course.id} />
          <CharterNotes draft={draft} desk={desk} />
          <Rounds
            courseId={draft.course.id}
            desk={desk}
            thanksFor={(reviewId) => <ThankReviewers reviewId={reviewId} />}
          />
          {askedFor === draft.course.id && (
            <div className="app-beside">
              <AndNext />
            </div>
          )}
        </>
      )}
    />
  )
}
