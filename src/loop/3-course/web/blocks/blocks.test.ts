import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { TextProvider } from '#ui'
import en from '../../messages/en.json'
import fr from '../../messages/fr.json'
import { Blocks, type BlocksProps } from './blocks.tsx'

const id = (name: string) => name.padEnd(12, '2')
const words = (text: string, name = 'words') => ({
  type: 'paragraph' as const,
  attrs: { id: id(name) },
  content: [{ type: 'text' as const, text }],
})
const shown = (props: Partial<BlocksProps>, locale: 'en' | 'fr' = 'en') => {
  const view: ReactElement = createElement(Blocks, {
    blocks: [],
    stepHref: (step) => `/steps/${step}`,
    ...props,
  })
  const reader = { locale, dictionary: locale === 'en' ? en : fr, children: view }
  return renderToStaticMarkup(createElement(TextProvider, reader))
}

test('text is text: HTML in it is shown, never made', () => {
  const html = shown({ blocks: [words('<img src=x onerror=alert(1)>')] })
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toContain('<img')
})

test('links lead to a step of the course, to a part of one, or out of it without handing the page over', () => {
  const to = (href: string) => {
    const marks = [{ type: 'link' as const, attrs: { href } }]
    return shown({ blocks: [{ ...words(''), content: [{ type: 'text', text: 'there', marks }] }] })
  }
  expect(to('#step:abcdefghjk23')).toContain('href="/steps/abcdefghjk23"')
  expect(to('#step:abcdefghjk23/zbcdefghjk23')).toContain('href="/steps/abcdefghjk23#zbcdefghjk23"')
  expect(to('https://example.org/')).toContain('rel="noopener noreferrer"')
})

test('every block carries its id, and has a place behind it for its discussion, but not between list items', () => {
  const after = vi.fn((blockId: string) => createElement('i', null, blockId))
  const html = shown({
    after,
    blocks: [
      words('one', 'one'),
      {
        type: 'callout',
        attrs: { id: id('callout'), kind: 'tip', title: '' },
        content: [
          words('two', 'two'),
          {
            type: 'bulletList',
            attrs: { id: id('list') },
            content: [{ type: 'listItem', content: [words('three', 'three')] }],
          },
        ],
      },
    ] as BlocksProps['blocks'],
  })
  for (const name of ['one', 'callout', 'two', 'list', 'three'])
    expect(html).toContain(`data-block="${id(name)}"`)
  expect(after.mock.calls.flat().sort()).toEqual([id('callout'), id('list'), id('one'), id('two')])
})

test('a question is what the page makes of it, and its prompt where the page makes nothing of it', () => {
  const attrs = {
    id: id('question'),
    kind: 'single' as const,
    prompt: 'Which one?',
    points: 1,
    choices: [{ id: id('a'), text: 'This' }],
    unit: '',
  }
  const blocks = [{ type: 'question' as const, attrs }]
  expect(shown({ blocks })).toContain('<p>Which one?</p>')
  const asked = shown({ blocks, renderQuestion: ({ prompt }) => createElement('b', null, prompt) })
  expect(asked).toContain('<b>Which one?</b>')
})

test('a callout says what it is in the reader’s language, a solution stays hidden until asked for', () => {
  const blocks = [
    {
      type: 'callout' as const,
      attrs: { id: id('c'), kind: 'warning' as const, title: '' },
      content: [words('Hot.')],
    },
    { type: 'collapsible' as const, attrs: { id: id('s'), title: '' }, content: [words('42')] },
  ]
  expect(shown({ blocks })).toContain('Watch out')
  expect(shown({ blocks }, 'fr')).toContain('Attention')
  expect(shown({ blocks })).toMatch(
    /<details[^>]*><summary>Show the answer<\/summary><p[^>]*>42<\/p><\/details>/,
  )
})

test('a picture keeps its description and caption, and comes from where files are guarded', () => {
  const asset = '0190a000-0000-7000-8000-000000000001'
  const html = shown({
    blocks: [{ type: 'image', attrs: { id: id('i'), asset, alt: 'A gauge', caption: 'Bench 2' } }],
  })
  expect(html).toContain(`src="/api/files/${asset}"`)
  expect(html).toContain('alt="A gauge"')
  expect(html).toContain('<figcaption>Bench 2</figcaption>')
})
