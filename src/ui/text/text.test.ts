import { parse } from '@formatjs/icu-messageformat-parser'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import en from '../messages/en.json' with { type: 'json' }
import fr from '../messages/fr.json' with { type: 'json' }
import { isPlain, partsOfPlain } from './plain.ts'
import { createText } from './text.ts'

afterEach(() => void vi.unstubAllGlobals())

test('a message is filled in and follows the plural of its language', () => {
  const t = createText('fr', { files: '{count, plural, one {# fichier} other {# fichiers}}' }, true)
  expect([t('files', { count: 1 }), t('files', { count: 0 }), t('files', { count: 2 })]).toEqual([
    '1 fichier',
    '0 fichier',
    '2 fichiers',
  ])
})

test('a plain message in parts, as the built client has it, says what a parser would have read', () => {
  const words = fc.string().map((text) => text.replace(/[{}<>'#]/g, ''))
  fc.assert(
    fc.property(words, words, words, (before, between, after) => {
      const message = `${before}{name}${between}{count}${after}`
      expect(isPlain(message)).toBe(true)
      expect(partsOfPlain(message)).toMatchObject(parse(message, { captureLocation: false }))
    }),
  )
  for (const other of ['{n, plural, other {#}}', '<b>x</b>', "it''s", 'No. #1', '{ name }'])
    expect(isPlain(other)).toBe(false)
})

test('tags of a rich message are filled with elements, in order', () => {
  const t = createText('en', { who: '<b>{name}</b> helped' }, true)
  const node = t.rich('who', { name: 'Amara', b: (parts) => createElement('b', null, parts) })
  expect(renderToStaticMarkup(node)).toBe('<b>Amara</b> helped')
})

test('a missing message throws while the app is made and shows its key to a reader', () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  expect(() => createText('en', {}, true)('lost.key')).toThrow('lost.key')
  expect(createText('en', {}, false)('lost.key')).toBe('lost.key')
  expect(reported).toHaveBeenCalledOnce()
})

test('a message that lacks a value is reported, never shown half filled', () => {
  vi.stubGlobal('reportError', vi.fn())
  expect(createText('en', { hello: 'Hello {name}' }, false)('hello')).toBe('hello')
})

test('text without braces, tags and quotes is said as it is written', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[{}<>'#|]/g, '')
      return createText('en', { plain }, true)('plain') === plain
    }),
  )
})

test('both languages say the same things', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort())
})
