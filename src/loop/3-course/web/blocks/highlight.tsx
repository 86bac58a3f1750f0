import { Fragment, type ReactNode } from 'react'
import { codeLanguages } from './code-languages.ts'

type Coloured = ReturnType<typeof codeLanguages.highlight>
type Part = Coloured['children'][number]

/** Code as elements with the classes of highlight.js; null when the language is not known. */
export function colour(code: string, language: string): ReactNode {
  const name = language.toLowerCase()
  return codeLanguages.registered(name) ? partsOf(codeLanguages.highlight(name, code).children) : null
}

const partsOf = (parts: readonly Part[]): ReactNode =>
  parts.map((part, index) => {
    if (part.type === 'text') return part.value
    if (part.type !== 'element') return null
    const classes = part.properties.className
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a code never change places
      <Fragment key={index}>
        <span className={Array.isArray(classes) ? classes.join(' ') : undefined}>
          {partsOf(part.children)}
        </span>
      </Fragment>
    )
  })
