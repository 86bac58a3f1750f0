import PostalMime, { type Email } from 'postal-mime'

/** A mail as its reader's program has it once it has read it whole. */
export interface Read extends Email {
  raw: string
  /** The value of a header, unfolded; '' where there is none. */
  header: (name: string) => string
}

export async function readMail(raw: string): Promise<Read> {
  const mail = await PostalMime.parse(raw)
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
  return Object.assign(mail, { raw, header })
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
const wordsOf = (html: string) =>
  html
    .replaceAll('<br>', '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&([a-z]+|#\d+);/g, (whole, name: string) => entities[name] ?? whole)
    .trim()
const attribute = (html: string, name: string) =>
  wordsOf(html.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '')

/** What a reader of the HTML part has before them: each paragraph, and where its link leads if it is nothing but one. */
function partsOf(html: string) {
  const paragraphs = [...html.matchAll(/<p [^>]*>([\s\S]*?)<\/p>/g)].map(([, inside = '']) => inside)
  return paragraphs.map((inside) => ({
    words: wordsOf(inside),
    href: /^<a [^>]*>[^<]*<\/a>$/.test(inside.trim()) ? attribute(inside, 'href') : '',
  }))
}

/** The text part that says what the HTML part says. */
function textFor(html: string, locale: string): string {
  const colon = locale === 'fr' ? '\u00a0:' : ':'
  const said = (inside: string) =>
    partsOf(inside).map(({ words, href }) => (href ? `${words}${colon}\n${href}` : words))
  const [body = '', foot] = html.split('role="contentinfo"')
  // The foot comes behind the sign that mail programs fold away.
  return [...said(body), ...(foot === undefined ? [] : [`-- \n${said(foot).join('\n')}`])].join('\n\n')
}

/** How the mail travels: what servers on its way may break, or take for a fault. */
export function wireFaults({ raw }: Read): string[] {
  const lines = raw.split('\r\n')
  return [
    ...lines.filter((line) => Buffer.byteLength(line) > 998).map((line) => `too long: ${line.slice(0, 60)}`),
    ...lines.filter((line) => /[\r\n]/.test(line)).map((line) => `half a line break: ${line.slice(0, 60)}`),
    ...lines.filter((line) => /[^\t\x20-\x7e]/.test(line)).map((line) => `not ASCII: ${line.slice(0, 60)}`),
  ]
}

const end = /^<http:\/\/cairn\.test\/api\/unsubscriptions\/[\w.-]+>$/
const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/

/** Whom a mail should be for, in which language; whether they asked for this very mail, or are owed it, so that there is nothing to end. */
interface Meant {
  to: string
  locale: string
  isAsked?: boolean
}

/** What is not as it should be in the head of a mail to somebody (RFC 5322, 8058). */
export function headFaults(mail: Read, { to, locale, isAsked = false }: Meant): string[] {
  const { header, from, subject = '' } = mail
  const holds: Record<string, boolean> = {
    from: from?.address === 'cairn@test.example' && from.name === 'Cairn',
    to: mail.to?.length === 1 && mail.to[0]?.address === to,
    date: date.test(header('date')) && Number.isFinite(Date.parse(header('date'))),
    'message-id': /^<[^<>@\s]+@test\.example>$/.test(header('message-id')),
    'mime-version': header('mime-version') === '1.0',
    subject: subject !== '' && subject === subject.trim() && !/[\r\n]|=\?|\?=|\ufffd/.test(subject),
    'content-language': header('content-language') === locale,
    'auto-submitted': header('auto-submitted') === 'auto-generated',
    'list-unsubscribe': isAsked ? header('list-unsubscribe') === '' : end.test(header('list-unsubscribe')),
    'list-unsubscribe-post':
      header('list-unsubscribe-post') === (isAsked ? '' : 'List-Unsubscribe=One-Click'),
  }
  return Object.keys(holds)
    .filter((name) => !holds[name])
    .map((name) => `${name}: ${header(name)}`)
}

/** What is left of a language of machines in words for people: variables, Markdown, elements and their entities. */
const residue =
  /\{\{|\}\}|\*\*|\]\(|^#|`|<\/?[a-z]|&(amp|lt|gt|quot|nbsp|#\d+);|=[0-9A-F]{2}\b|\ufffd|undefined|null/m
/** French holds these together with their word by a space that does not break. */
const loose = /[ \n][;:!?»]|«[ \n]/

/** What is not as it should be in what somebody reads, as text and as HTML, which say the same. */
export function wordFaults({ subject = '', text = '', html = '' }: Read, locale: string): string[] {
  const said = [subject, ...text.split('\n').filter((line) => !line.startsWith('http://cairn.test/'))]
  const titles = [...html.matchAll(/<(title|h1)\b[^>]*>([^<]*)<\/\1>/g)].map(([, , inside = '']) =>
    wordsOf(inside),
  )
  const hrefs = [...html.matchAll(/ href="[^"]*"/g)].map(([inside]) => attribute(inside, 'href'))
  return [
    ...said.filter((line) => residue.test(line)).map((line) => `residue: ${line}`),
    ...(locale === 'fr' ? said.filter((line) => loose.test(line)).map((line) => `loose: ${line}`) : []),
    ...hrefs.filter((href) => !href.startsWith('http://cairn.test/')).map((href) => `leads away: ${href}`),
    ...[...html.matchAll(/<img(?![^>]* alt=)[^>]*>/g)].map(([image]) => `no words for ${image}`),
    ...(titles.length === 2 && titles.every((title) => title === subject) ? [] : [`titles: ${titles}`]),
    ...(html.includes(`<html lang="${locale}"`) ? [] : [`language: ${html.match(/<html[^>]*>/)?.[0]}`]),
    ...(text.trim() === textFor(html, locale)
      ? []
      : [`text and HTML differ:\n${text}\n---\n${textFor(html, locale)}`]),
  ]
}

/** Everything that is wrong with a mail. */
export const mailFaults = (mail: Read, meant: Meant): string[] => [
  ...wireFaults(mail),
  ...headFaults(mail, meant),
  ...wordFaults(mail, meant.locale),
]
