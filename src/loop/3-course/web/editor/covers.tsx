import { createContext, useContext } from 'react'
import { Checkbox } from '#ui'
import type { Objective } from '../../document/objectives.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'

const ObjectivesContext = createContext<readonly Objective[]>([])
/** What the course says that one will be able to do, for the questions in it. */
export const Objectives = ObjectivesContext.Provider

interface CoversProps {
  question: Question
  onChange: (part: Pick<Question, 'covers'>) => void
}

/** Which objectives a question is for; nothing where the course lists none. */
export function Covers({ question: { covers = [] }, onChange }: CoversProps) {
  const t = useText()
  const objectives = useContext(ObjectivesContext)
  if (objectives.length === 0) return null
  const set = (id: string, isFor: boolean) =>
    onChange({ covers: [...covers.filter((one) => one !== id), ...(isFor ? [id] : [])] })
  return (
    <fieldset className="editor-covers">
      <legend>{t('course.editor.covers')}</legend>
      {objectives.map(({ id, words }) => (
        <Checkbox key={id} isSelected={covers.includes(id)} onChange={(isFor) => set(id, isFor)}>
          {words}
        </Checkbox>
      ))}
    </fieldset>
  )
}
