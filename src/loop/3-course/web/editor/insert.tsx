import type { Editor } from '@tiptap/react'
import { Plus } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { Button } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import { useText } from '../text.ts'
import type { BlockKind } from './block-kinds.ts'
import { goOnBelow } from './moving.ts'
import { openSlash } from './slash.ts'
import { SlashMenu } from './slash-menu.tsx'
import { accepted, type FileKind, useBlockFiles } from './use-files.ts'

interface InsertProps {
  editor: Editor
  onKey: RefObject<(event: KeyboardEvent) => boolean>
}

/** The way to every kind of block: this button, or a slash in the text. Both open the same menu. */
export function Insert({ editor, onKey }: InsertProps) {
  const t = useText()
  const files = useBlockFiles()
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<FileKind>('file')
  const isAsked = useRef(false)
  const choose = ({ put, file }: BlockKind) => {
    const id = newBlockId()
    files.begin(id)
    put?.(editor, id)
    goOnBelow(editor)
    if (!file || !input.current) return
    chosen.current = file
    input.current.accept = accepted[file].join(',')
    input.current.click()
  }
  return (
    <>
      <Button
        size="sm"
        icon={Plus}
        onPress={() => {
          isAsked.current = true
          openSlash(editor)
        }}
      >
        {t('course.editor.insert')}
      </Button>
      <SlashMenu
        editor={editor}
        onKey={onKey}
        onChoose={choose}
        isAsked={isAsked}
        hasFiles={!files.areNone}
      />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('course.editor.insert.file')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) files.insert(chosen.current, file)
          event.target.value = ''
        }}
      />
    </>
  )
}
