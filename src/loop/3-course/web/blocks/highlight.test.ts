import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { colour } from './highlight.tsx'

const html = (code: string, language: string) =>
  renderToStaticMarkup(createElement('code', null, colour(code, language)))
const textOf = (markup: string) => markup.replace(/<[^>]+>/g, '')

test('code in a known language is coloured and still says the same', () => {
  expect(html('if true; then\n  echo 1\nfi', 'bash')).toContain('class="hljs-keyword"')
  expect(textOf(html('if true; then\n  echo 1\nfi', 'bash'))).toBe('if true; then\n  echo 1\nfi')
})

test('code is never made into elements of the page', () => {
  expect(html('<script>alert(1)</script>', 'html')).not.toContain('<script>')
})

test('code in an unknown language has no colours', () => {
  expect(colour('x', 'nothing-known')).toBeNull()
})
