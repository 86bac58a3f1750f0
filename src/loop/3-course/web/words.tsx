import type { WordPart } from '../document/words.ts'
import './words.css'

/** Words that went are struck, words that came are underlined: never by colour alone. */
export function Words({ words }: { words: readonly WordPart[] }) {
  return words.map(({ kind, text }, index) => {
    const key = `${index}-${kind}`
    if (kind === 'gone')
      return (
        <del className="course-gone" key={key}>
          {text}
        </del>
      )
    if (kind === 'same') return <span key={key}>{text}</span>
    return (
      <ins className="course-new" key={key}>
        {text}
      </ins>
    )
  })
}
