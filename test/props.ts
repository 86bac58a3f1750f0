import { dirname, join, normalize } from 'node:path'
import { type Node, nodesOf, treeOf } from './syntax.ts'

/** What the props of a component say that it can be. */
export interface Prop {
  name: string
  isOptional: boolean
  isFlag: boolean
  /** Its literals: `primary`, `4`; none where it takes anything. */
  values: readonly string[]
  /** What is drawn where it is left out. */
  otherwise?: string | undefined
  /** What the things that it holds can be. */
  inner: readonly Prop[]
}

/** What the library of accessible controls adds to ours that is seen, by the type that ours extend. */
const ofLibrary: Record<string, string[]> = {
  ButtonProps: ['isDisabled'],
  ToggleButtonProps: ['isDisabled', 'defaultSelected'],
  CheckboxProps: ['isDisabled', 'isInvalid', 'isIndeterminate', 'defaultSelected'],
  SwitchProps: ['isDisabled', 'defaultSelected'],
  LinkProps: [],
}

/** A type, where it is written, and what its parameters stand for there. */
interface Place {
  file: string
  known: ReadonlyMap<string, Node>
  /** Types on the way here: what holds things like itself is looked into once. */
  above: readonly string[]
}

const named = (node: unknown): string => String((node as { name?: unknown } | null)?.name ?? '')
const list = (nodes: unknown): Node[] => (Array.isArray(nodes) ? nodes : [])
const plain = (name: string): Omit<Prop, 'isFlag'> => ({ name, isOptional: true, values: [], inner: [] })
const flag = (name: string): Prop => ({ ...plain(name), isFlag: true })
const declared = (node: Node) => (node.declaration as Node | null) ?? node
const statementsOf = (file: string) => list(treeOf(file).body)

function declarationOf(file: string, name: string): Node | undefined {
  return statementsOf(file)
    .map(declared)
    .find(
      (node) => /^(TSInterface|TSTypeAlias|Function)Declaration$/.test(node.type) && named(node.id) === name,
    )
}

/** From where a file has a name, and what it is called there. */
function importOf(file: string, name: string): { from: string; name: string } | undefined {
  for (const node of statementsOf(file).filter(({ type }) => type === 'ImportDeclaration'))
    for (const one of list(node.specifiers))
      if (named(one.local) === name)
        return { from: String((node.source as Node).value), name: named(one.imported) }
  return undefined
}

/** The props that a type names: `ButtonProps`, `Omit<DialogProps, 'place'>`, `{ count: number }`. */
function membersOf(type: Node, place: Place): Prop[] {
  if (type.type === 'TSTypeLiteral') return list(type.members).map((one) => propOf(one, place))
  if (type.type === 'TSIntersectionType') return list(type.types).flatMap((one) => membersOf(one, place))
  if (type.type === 'TSUnionType') return list(type.types).flatMap((one) => membersOf(one, place))
  if (type.type === 'TSArrayType') return membersOf(type.elementType as Node, place)
  if (/^TS(TypeOperator|ParenthesizedType)$/.test(type.type))
    return membersOf(type.typeAnnotation as Node, place)
  if (type.type !== 'TSTypeReference' && type.type !== 'TSInterfaceHeritage') return []
  const name = named(type.typeName ?? type.expression)
  const given = list((type.typeArguments as Node | null)?.params)
  const [of, which] = given
  if (!/^(Omit|Pick|Required|Partial)$/.test(name) || !of) return membersNamed(name, place)
  const chosen = which ? literalsOf(which, place) : []
  const isKept = (prop: Prop) => name === 'Required' || chosen.includes(prop.name) === (name === 'Pick')
  return membersOf(of, place).filter(isKept)
}

function membersNamed(name: string, place: Place): Prop[] {
  const stands = place.known.get(name)
  if (stands) return membersOf(stands, place)
  const node = declarationOf(place.file, name)
  if (!node) return membersImported(name, place)
  if (place.above.includes(name)) return []
  const parameters = list((node.typeParameters as Node | null)?.params)
  const known = new Map(
    parameters.flatMap((one) => (one.constraint ? [[named(one.name), one.constraint as Node]] : [])),
  )
  const inside = { ...place, known, above: [...place.above, name] }
  if (node.type === 'TSTypeAliasDeclaration') return membersOf(node.typeAnnotation as Node, inside)
  const own = list((node.body as Node).body).map((one) => propOf(one, inside))
  const extended = list(node.extends).flatMap((one) => membersOf(one, inside))
  return [...own, ...extended.filter((prop) => !own.some((one) => one.name === prop.name))]
}

function membersImported(name: string, place: Place): Prop[] {
  const found = importOf(place.file, name)
  if (!found) return []
  if (!found.from.startsWith('.')) return (ofLibrary[found.name] ?? []).map(flag)
  return membersNamed(found.name, { ...place, file: normalize(join(dirname(place.file), found.from)) })
}

/** The literals that a type allows. */
function literalsOf(type: Node, place: Place): string[] {
  if (type.type === 'TSLiteralType') return [String((type.literal as Node).value)]
  if (type.type === 'TSUnionType') return list(type.types).flatMap((one) => literalsOf(one, place))
  if (type.type === 'TSParenthesizedType') return literalsOf(type.typeAnnotation as Node, place)
  if (type.type !== 'TSTypeReference') return []
  const name = named(type.typeName)
  const node = declarationOf(place.file, name)
  if (node)
    return node.type === 'TSTypeAliasDeclaration' ? literalsOf(node.typeAnnotation as Node, place) : []
  const found = importOf(place.file, name)
  if (!found?.from.startsWith('.')) return []
  const file = normalize(join(dirname(place.file), found.from))
  return literalsOf({ ...type, typeName: { name: found.name } }, { ...place, file })
}

function propOf(node: Node, place: Place): Prop {
  const name = named(node.key)
  const type = (node.typeAnnotation as Node | null)?.typeAnnotation as Node | undefined
  const whole = { ...plain(name), isOptional: node.optional === true }
  if (!type || node.type === 'TSMethodSignature') return { ...whole, isFlag: false }
  const isFlag = type.type === 'TSBooleanKeyword' || list(type.types)[0]?.type === 'TSBooleanKeyword'
  return { ...whole, isFlag, values: literalsOf(type, place), inner: membersOf(type, place) }
}

/** What each part is where a component, which says so in its head, is not told: `look = 'soft'`. */
function defaultsIn(component: Node): Map<string, string> {
  const found = new Map<string, string>()
  for (const { type, key, value } of nodesOf(component)) {
    const { type: kind, right } = (value ?? {}) as { type?: string; right?: Node }
    if (type === 'Property' && kind === 'AssignmentPattern' && right?.type === 'Literal')
      found.set(named(key), String(right.value))
  }
  return found
}

/** What a component of this file can be told. */
export function propsOf(file: string, name: string): Prop[] {
  const component = declarationOf(file, name)
  const [first] = list(component?.params)
  const type = (first?.typeAnnotation as Node | null)?.typeAnnotation as Node | undefined
  if (!component || !type) return []
  const defaults = defaultsIn(component)
  return membersOf(type, { file, known: new Map(), above: [] }).map((prop) => ({
    ...prop,
    otherwise: defaults.get(prop.name),
  }))
}

/** What a thing of this type can be. */
export const propsOfType = (file: string, name: string): Prop[] =>
  membersNamed(name, { file, known: new Map(), above: [] })
