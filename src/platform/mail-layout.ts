/** What there is to do with a mail: a button in the HTML part, a line of its own in the text part. */
export interface MailAction {
  label: string
  href: string
}

export interface Letter {
  locale: string
  subject: string
  /** Paragraphs, with an empty line between them; an address in them is a link. */
  text: string
  action?: MailAction | undefined
  /** What one may do instead: links below the button. */
  more?: readonly MailAction[] | undefined
  /** Where one reads on, which is no answer: a link apart from the others. */
  onward?: MailAction | undefined
  /** Small, below everything: why somebody gets this, and how to get it no more, where one may say so. */
  foot?: { text: string; link?: MailAction | undefined } | undefined
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => entities[one] ?? one)

const paragraphsOf = (text: string) =>
  text
    .split(/\n[ \t]*\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Text with its addresses as links; a full stop or bracket behind one belongs to the sentence. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part).replaceAll('\n', '<br>')
      const [, href = '', rest = ''] = part.match(/^(.*?)([).,;:!?…»”]*)$/) ?? []
      return `<a class="link" href="${escaped(href)}" style="color:#0b6a63">${escaped(href)}</a>${escaped(rest)}`
    })
    .join('')

/** The text part of a mail: all that the HTML part says below its subject. */
export function textOf({ locale, text, action, more = [], onward, foot }: Letter): string {
  // French keeps its colon a space away from the word, on the same line.
  const colon = locale === 'fr' ? '\u00a0:' : ':'
  const said = ({ label, href }: MailAction) => `${label}${colon}\n${href}`
  const actions = [action, ...more, onward].filter((one) => one !== undefined)
  const parts = [
    ...paragraphsOf(text),
    ...actions.map(said),
    ...(foot ? [`-- \n${[foot.text, ...(foot.link ? [said(foot.link)] : [])].join('\n')}`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

// The colours of the product (src/ui/css/tokens.css). Many mail programs read only what stands in the elements
// themselves; those that know dark mode read this too.
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #151412 !important; }
  .sheet { background: #1d1c19 !important; }
  .words { color: #f1eee8 !important; }
  .link { color: #74d0c6 !important; }
  .button { background: #5cc4ba !important; color: #062724 !important; }
  .foot { color: #b0aaa0 !important; }
  .onward { border-color: #37342e !important; }
}
@media (max-width: 480px) {
  .inner { padding-left: 20px !important; padding-right: 20px !important; }
}`
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const column = 'max-width:600px;margin:0 auto'

const paragraphs = (text: string, gap: number): string =>
  paragraphsOf(text)
    .map((one) => `<p style="margin:0 0 ${gap}px">${linked(one)}</p>`)
    .join('\n')

const button = ({ label, href }: MailAction): string => `
<p style="margin:24px 0"><a class="button" href="${escaped(href)}" style="display:inline-block;padding:12px 22px;\
border-radius:10px;background:#0f5c57;color:#ffffff;font-weight:600;text-decoration:none">${escaped(label)}</a></p>`

// As high as a finger needs.
const furtherLink = ({ label, href }: MailAction): string => `
<p style="margin:0"><a class="link" href="${escaped(href)}" style="display:inline-block;padding:10px 0;color:#0b6a63">\
${escaped(label)}</a></p>`

const onwardLink = (action: MailAction): string => `
<div class="onward" style="margin:12px 0 0;padding:8px 0 0;border-top:1px solid #ddd9d0">${furtherLink(action)}
</div>`

const footLink = ({ label, href }: MailAction): string => `
<p style="margin:0"><a class="link" href="${escaped(href)}" style="color:#0b6a63">${escaped(label)}</a></p>`

const footer = ({ text, link }: NonNullable<Letter['foot']>): string => `
<div role="contentinfo" class="foot" style="${column};font-size:13px;line-height:1.5;color:#5f5b53;${font}">
<div class="inner" style="padding:16px 32px">
${paragraphs(text, 8)}${link ? footLink(link) : ''}
</div>
</div>`

// Outlook on Windows draws with Word, which knows neither the widest a column may be nor the space within one: a table says it.
const word = {
  begin:
    '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="32" cellspacing="0"><tr><td><![endif]-->',
  end: '<!--[if mso]></td></tr></table><![endif]-->',
}

/**
 * The HTML part of a mail: one column that reads aloud in order, with no picture, no script, and nothing to load. It is made
 * of elements and attributes that mail programs keep: some take `main` and `footer` away with all their style, and show what
 * stands in the body within a page of their own, in another language.
 */
export const htmlOf = ({
  locale,
  subject,
  text,
  action,
  more = [],
  onward,
  foot,
}: Letter): string => `<!doctype html>
<html lang="${escaped(locale)}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${style}
</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#fbfaf8">
<div lang="${escaped(locale)}" dir="ltr">
${word.begin}
<div role="main" class="sheet" style="${column};background:#ffffff;border-radius:14px">
<div class="words inner" style="padding:28px 32px 16px;font-size:16px;line-height:1.6;color:#1f1d1a;overflow-wrap:anywhere;${font}">
<h1 style="margin:0 0 16px;font-size:21px;line-height:1.3">${escaped(subject)}</h1>
${paragraphs(text, 16)}${action ? button(action) : ''}${more.map(furtherLink).join('')}${onward ? onwardLink(onward) : ''}
</div>
</div>${foot ? footer(foot) : ''}
${word.end}
</div>
</body>
</html>
`
