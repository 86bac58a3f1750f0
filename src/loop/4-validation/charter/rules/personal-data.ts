import { type Check, inBlock, inStep, nodesOf, ofCourse, type RuleFault, wordsOf } from '../checked.ts'

type Kind = 'mail' | 'phone' | 'iban' | 'card' | 'nir'

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** ISO 13616: an IBAN read as a number, its country and check digits last, leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase()
  if (plain.length < 15 || plain.length > 34) return false
  const moved = plain.slice(4) + plain.slice(0, 4)
  const number = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(number) % 97n === 1n
}

/** ISO/IEC 7812: the digits from the right, every second one doubled, add up to a multiple of ten. */
function isCard(text: string): boolean {
  const digits = [...digitsOf(text)].reverse().map(Number)
  const doubled = (digit: number) => (digit > 4 ? digit * 2 - 9 : digit * 2)
  return digits.reduce((sum, digit, place) => sum + (place % 2 ? doubled(digit) : digit), 0) % 10 === 0
}

/** A French social security number: 13 digits, and 97 less their rest by 97. Corsica counts as 19 and 18. */
function isNir(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase().replace('2A', '19').replace('2B', '18')
  return 97n - (BigInt(plain.slice(0, 13)) % 97n) === BigInt(plain.slice(13))
}

/** Where what looks like it may stand, and what makes sure that it is. */
const kinds: readonly [Kind, RegExp, (text: string) => boolean][] = [
  ['mail', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu, () => true],
  ['iban', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g, isIban],
  ['nir', /\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b/g, isNir],
  ['card', /\b[2-6]\d{3}(?:[ -]?\d){9,15}\b/g, isCard],
  [
    'phone',
    /(?<![\d.,])(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(0\)[ .-]?)?\d(?:[ .-]?\d){6,11}(?![\d])/g,
    () => true,
  ],
  ['phone', /(?<![\d.,+-])0[1-9](?:[ .-]\d{2}){4}(?![\d])/g, () => true],
]

/** Whose addresses are nobody's: kept for examples by RFC 2606. */
const isExample = (mail: string) => /[@.](example|test|invalid|localhost)(\.(com|org|net))?$/i.test(mail)

function found(text: string): Kind[] {
  let rest = text
  const kept: Kind[] = []
  for (const [kind, looksLike, isIt] of kinds)
    rest = rest.replace(looksLike, (match) => {
      if (!isIt(match) || (kind === 'mail' && isExample(match))) return match
      kept.push(kind)
      // What was taken for one thing is not taken for another.
      return ' '
    })
  return kept
}

/** Nothing in a course looks like somebody's mail address, phone, bank account, card or social security number. */
export const personalData: Check = (course) => {
  const faults: RuleFault[] = []
  for (const kind of new Set(found(course.objective))) faults.push(ofCourse({ kind }))
  for (const { attrs, ...step } of course.document.content)
    for (const kind of new Set(found(attrs.title))) faults.push(inStep({ ...step, attrs }, { kind }))
  for (const { step, blockId, node } of nodesOf(course))
    for (const kind of new Set(wordsOf(node).flatMap(found))) faults.push(inBlock(step, blockId, { kind }))
  return faults
}
