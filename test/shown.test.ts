import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { ourFiles, read } from './source.ts'
import { type Node, nodesOf, treeOf } from './syntax.ts'

/** /dev/ui shows every component of the design system, in every state that its props name. */
const files = ourFiles()
const gallery = files.filter((file) => /^src\/app\/pages\/dev-ui/.test(file) && file.endsWith('.tsx'))

/** What is nothing to look at by itself: it hands something down, or is read to screen readers only. */
const unseen = ['LinkProvider', 'TextProvider', 'VisuallyHidden']
/** What is shown once for the whole application: the page calls it by \`toast\`. */
const elsewhere = ['Toasts']

const components = parseSync('index.ts', read('src/ui/index.ts'))
  .module.staticExports.flatMap(({ entries }) => entries)
  .filter(({ isType, moduleRequest }) => !isType && moduleRequest)
  .map(({ exportName, moduleRequest }) => ({ name: exportName.name ?? '', from: moduleRequest?.value ?? '' }))
  .filter(({ name }) => /^[A-Z][a-z]/.test(name))

/** The names of the props with which the gallery shows each component. */
const shown = new Map<string, Set<string>>()
for (const node of gallery.flatMap((file) => [...nodesOf(treeOf(file))])) {
  if (node.type !== 'JSXOpeningElement') continue
  const name = (node.name as { name?: string }).name ?? ''
  const props = (node.attributes as Node[]).map(
    (one) => (one.name as { name?: string } | undefined)?.name ?? '',
  )
  shown.set(name, new Set([...(shown.get(name) ?? []), ...props]))
}

const ui = files
  .filter((file) => file.startsWith('src/ui/') && /\.tsx?$/.test(file))
  .map(read)
  .join('\n')

/** The states that a type of props names, its own and those of the types it extends. */
function statesOf(type: string): string[] {
  const [, head = '', body = ''] =
    ui.match(new RegExp(`interface ${type}(?:<[^{]*?>)?\\s*(extends [^{]+)?\\{([\\s\\S]*?)\\n\\}`)) ?? []
  const own = ['isDisabled', 'isReadOnly', 'isPending', 'error'].filter((state) =>
    new RegExp(`^  ${state}\\?:`, 'm').test(body),
  )
  const above = [...(head ?? '').matchAll(/\b(\w+Props)\b/g)].map(([, name = '']) => name)
  // Whatever the library of accessible controls can close, can be closed here.
  const closable = above.some((name) => /^(Aria|Toggle)\w*Props$/.test(name) && !/Link/.test(name))
  return [...own, ...(closable ? ['isDisabled'] : []), ...above.flatMap(statesOf)]
}

test('every component is on /dev/ui', () => {
  expect(components.length).toBeGreaterThan(50)
  const missing = components.filter(
    ({ name }) => ![...unseen, ...elsewhere].includes(name) && !shown.has(name),
  )
  expect(missing).toEqual([])
  expect([...unseen, ...elsewhere].filter((name) => !components.some((one) => one.name === name))).toEqual([])
})

test('every component that can be closed, refused or busy is shown closed, refused and busy', () => {
  const states = components.flatMap(({ name }) =>
    [...new Set(statesOf(`${name}Props`))].map((state) => ({ name, state })),
  )
  const say = ({ name, state }: { name: string; state: string }) => `${name} ${state}`
  expect(states.map(say)).toEqual(
    expect.arrayContaining([
      'Select error',
      'Combobox isDisabled',
      'TagPicker error',
      'Switch isDisabled',
      'Button isPending',
    ]),
  )
  expect(states.filter(({ name, state }) => !shown.get(name)?.has(state)).map(say)).toEqual([])
})
