import { describe, expect, test } from 'vitest'
import { htmlOf, textOf } from './mail-layout.ts'

const letter = {
  locale: 'fr',
  subject: 'Zéro <b>',
  text: 'Bonjour <script>alert(1)</script> & "vous",\n\nvoyez (http://cairn.test/a?b=1&c=2).\nÀ bientôt',
  action: { label: 'Ouvrir "ici"', href: 'http://cairn.test/y?a="><img>' },
  foot: { text: 'Voir http://cairn.test/w.', link: { label: 'Fin & fini', href: 'http://cairn.test/u' } },
}

test('the text part says all that the HTML part says', () => {
  expect(textOf(letter)).toBe(
    `${letter.text}\n\nOuvrir "ici"\u00a0:\nhttp://cairn.test/y?a="><img>\n\n-- \nVoir http://cairn.test/w.\nFin & fini\u00a0:\nhttp://cairn.test/u\n`,
  )
  const action = { label: 'Open', href: 'http://cairn.test/y' }
  expect(textOf({ locale: 'en', subject: '', text: 'This.', action })).toBe(
    'This.\n\nOpen:\nhttp://cairn.test/y\n',
  )
  expect(textOf({ locale: 'en', subject: '', text: 'Only this.' })).toBe('Only this.\n')
  const foot = { text: 'You took a place.' }
  expect(textOf({ locale: 'en', subject: '', text: 'One.\n\n\n\nTwo.', foot })).toBe(
    'One.\n\nTwo.\n\n-- \nYou took a place.\n',
  )
})

describe('the HTML part', () => {
  const html = htmlOf(letter)

  test('says its language and its title, and runs and loads nothing', () => {
    expect(html).toContain('<html lang="fr" dir="ltr">')
    expect(html).toContain('<title>Zéro &lt;b&gt;</title>')
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(/)
    expect(html).toContain('Bonjour &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;vous&quot;,')
  })

  test('is made of what mail programs keep, and says its language also where they keep only what is in its body', () => {
    expect(html).toMatch(/<body[^>]*>\s*<div lang="fr" dir="ltr">/)
    expect(html).not.toMatch(/<(main|footer|header|section|article|nav)\b/)
    expect(html.match(/role="(main|contentinfo)"/g)).toHaveLength(2)
  })

  test('keeps where one reads on apart from what one may answer, in the same order as the text', () => {
    const more = [{ label: 'No', href: 'http://cairn.test/n' }]
    const whole = { ...letter, more, onward: { label: 'Further', href: 'http://cairn.test/f' } }
    const order = ['/y?a', '/n', '/f', '/u'].map((path) => `http://cairn.test${path}`)
    expect(
      order.map((href) => textOf(whole).indexOf(href)).every((at, n, all) => at > (all[n - 1] ?? 0)),
    ).toBe(true)
    expect(htmlOf(whole)).toMatch(/\/n"[\s\S]+class="onward"[\s\S]+\/f"[\s\S]+role="contentinfo"/)
    expect(html).not.toContain('class="onward"')
  })

  test('makes links of addresses, without what belongs to the sentence', () => {
    expect(html).toContain('(<a class="link" href="http://cairn.test/a?b=1&amp;c=2"')
    expect(html).toContain('>http://cairn.test/a?b=1&amp;c=2</a>).<br>À bientôt')
    expect(html).toContain('>http://cairn.test/w</a>.')
    expect(html).toMatch(/href="http:\/\/cairn\.test\/u"[^>]*>Fin &amp; fini<\/a>/)
    expect(html).toContain('href="http://cairn.test/y?a=&quot;&gt;&lt;img&gt;"')
  })

  test('has one paragraph for each, and no button and no foot where there are none', () => {
    const plain = htmlOf({ locale: 'en', subject: 'S', text: 'One.\n\n\nTwo.' })
    expect(plain.match(/<p /g)).toHaveLength(2)
    expect(plain).not.toMatch(/class="(button|foot)"/)
    const why = htmlOf({ locale: 'en', subject: 'S', text: 'One.', foot: { text: 'Since you asked.' } })
    expect(why).toMatch(/class="foot"[\s\S]+Since you asked\./)
    expect(why).not.toContain('<a ')
  })
})
