import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { type Drawing, drawingsIn } from './drawn.ts'
import { type Prop, propsOf, propsOfType } from './props.ts'
import { ourFiles, read } from './source.ts'

/** /dev/ui shows every component of the design system, in every state that its props name. */
const gallery = ourFiles().filter((file) => /^src\/app\/pages\/dev-ui/.test(file) && file.endsWith('.tsx'))
const drawings = drawingsIn(gallery)

/** What is nothing to look at by itself: it hands something down, or is read to screen readers only. */
const unseen = ['LinkProvider', 'TextProvider', 'VisuallyHidden']
/** What is shown once for the whole application: the page calls it by `toast`. */
const elsewhere = ['Toasts']

/** What looks the same with it and without. */
const alike: Record<string, string> = {
  className: 'what a page adds of its own',
  ref: 'for the code around it',
  id: 'for links that lead there',
  name: 'what the request calls a field',
  as: 'which element of HTML it is',
  autoFocus: 'takes the focus when the page opens, which one field alone can',
  autoComplete: 'what the browser proposes',
  inputMode: 'which keyboard a phone brings up',
  isOpen: 'held by the page instead of the button that opens it',
  trigger: 'the button that opens it, or none where the page holds that it is open',
  defaultValue: 'as `value`, held by the field',
  check: 'finds what is said as `error` is',
  ...{ onAction: 'told', onBlur: 'told', onChange: 'told', onKey: 'told', onOpenChange: 'told' },
  ...{ onSelect: 'told', onSend: 'told', onSort: 'told', onSubmit: 'told' },
  'place of Dialog': 'at the end it is a Sheet',
  ...Object.fromEntries(
    ['look', 'size', 'icon', 'iconAfter', 'isWide'].map((name) => [`${name} of FileButton`, 'as of Button']),
  ),
  ...Object.fromEntries(
    ['Badge', 'List', 'Loading', 'Logo'].map((name) => [`label of ${name}`, 'read to screen readers']),
  ),
}

const components = parseSync('index.ts', read('src/ui/index.ts'))
  .module.staticExports.flatMap(({ entries }) => entries)
  .filter(({ isType, moduleRequest }) => !isType && moduleRequest)
  .map(({ exportName, moduleRequest }) => ({ name: exportName.name ?? '', from: moduleRequest?.value ?? '' }))
  .filter(({ name }) => /^[A-Z][a-z]/.test(name))

const looked = [
  ...components
    .filter(({ name }) => ![...unseen, ...elsewhere].includes(name))
    .map(({ name, from }) => ({ name, props: propsOf(from.replace('./', 'src/ui/'), name) })),
  { name: 'toast', props: propsOfType('src/ui/overlays/toasts.ts', 'ToastMessage') },
]

/** What a drawing gives a prop; a field may hold its value itself. */
const givenIn = (values: Drawing['values'], name: string) =>
  values.get(name) ?? (name === 'value' ? values.get('defaultValue') : undefined)

/** What of a prop is on no drawing: of all its values, of yes and no, of there and not there. */
function missingOf(prop: Prop, given: readonly (readonly string[] | undefined)[]): string[] {
  const { isFlag, isOptional, values, otherwise } = prop
  const all = given.flatMap((one) => one ?? (otherwise === undefined ? [] : [otherwise]))
  const wanted = isFlag ? ['true'] : values
  const missing = wanted.filter((value) => !all.includes(value)).map((value) => `is never ${value}`)
  const isEver = given.some((one) => one !== undefined)
  const isEverWithout = given.some((one) => one === undefined)
  if (isFlag && !all.includes('false') && !(isEverWithout && otherwise !== 'true'))
    missing.push('is never false')
  if (isFlag || values.length > 0 || !isOptional) return missing
  if (!isEver) missing.push('is never there')
  if (!isEverWithout) missing.push('is always there')
  return missing
}

/** The same of what the things in a prop can be; two levels down, where a menu has its lines. */
function missingInside(prop: Prop, drawn: readonly Drawing[]): string[] {
  const inner = prop.inner.flatMap((one) => [one, ...one.inner])
  return inner.flatMap((one) => {
    const given = drawn.flatMap(({ inner: parts }) => parts(prop.name).get(one.name) ?? [])
    const isEver = drawn.some(({ inner: parts }) => parts(prop.name).has(one.name))
    const missing = missingOf(one, [isEver ? given : undefined, undefined])
    return one.name in alike ? [] : missing.map((what) => `${one.name} in ${prop.name} ${what}`)
  })
}

test('every component is on /dev/ui', () => {
  expect(components.length).toBeGreaterThan(50)
  expect(looked.filter(({ name }) => !drawings.has(name)).map(({ name }) => name)).toEqual([])
  expect([...unseen, ...elsewhere].filter((name) => !components.some((one) => one.name === name))).toEqual([])
})

test('every component is on /dev/ui with each value of its props, with what it may have and without', () => {
  const missing = looked.flatMap(({ name, props }) => {
    const drawn = drawings.get(name) ?? []
    return props
      .filter((prop) => !(prop.name in alike || `${prop.name} of ${name}` in alike))
      .flatMap((prop) => [
        ...missingOf(
          prop,
          drawn.map(({ values }) => givenIn(values, prop.name)),
        ).map((what) => `${prop.name} ${what}`),
        ...missingInside(prop, drawn),
      ])
      .map((what) => `${name}: ${what}`)
  })
  expect(missing).toEqual([])
})

test('what looks alike is said of props that there are', () => {
  const known = looked.flatMap(({ name, props }) =>
    props
      .flatMap((prop) => [prop, ...prop.inner].flatMap((one) => [one, ...one.inner]))
      .flatMap((prop) => [prop.name, `${prop.name} of ${name}`]),
  )
  expect(Object.keys(alike).filter((name) => !known.includes(name))).toEqual([])
})
