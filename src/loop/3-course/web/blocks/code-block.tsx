import { type ReactNode, useEffect, useState } from 'react'
import { ScrollBox } from './scroll-box.tsx'
import { useText } from './text.ts'
import './code.css'

interface CodeBlockProps {
  id: string
  language: string | null
  code: string
}

/** Code, coloured as soon as the colouring has arrived; it is plain before, and takes the same place. */
export function CodeBlock({ id, language, code }: CodeBlockProps) {
  const t = useText()
  const coloured = useColoured(code, language)
  const label =
    language === 'output'
      ? t('course.block.code.output')
      : language === 'error'
        ? t('course.block.code.error')
        : t('course.block.code')
  const isAnswer = language === 'output' || language === 'error'
  return (
    <figure className="course-code" data-block={id} data-language={language ?? undefined}>
      {isAnswer && <figcaption>{label}</figcaption>}
      <ScrollBox label={label}>
        <pre>
          <code>{coloured ?? code}</code>
        </pre>
      </ScrollBox>
    </figure>
  )
}

/** The code in coloured parts; null until they are there, and for a language that has no colours. */
function useColoured(code: string, language: string | null): ReactNode | null {
  const [coloured, setColoured] = useState<{ of: string; parts: ReactNode } | null>(null)
  useEffect(() => {
    let isGone = false
    if (!language || language === 'output' || language === 'error') return
    // A page without colours is still a page: a chunk that does not arrive is not worth a message.
    import('./highlight.tsx').then(
      ({ colour }) => {
        if (!isGone) setColoured({ of: code, parts: colour(code, language) })
      },
      (error: unknown) => reportError(error),
    )
    return () => {
      isGone = true
    }
  }, [code, language])
  return coloured?.of === code ? coloured.parts : null
}
