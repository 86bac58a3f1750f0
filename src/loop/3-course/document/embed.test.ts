import { expect, test } from 'vitest'
import { embedAddress } from './embed.ts'

test.each([
  'https://www.youtube.com/watch?v=abc_DEF-123&t=4',
  'https://youtu.be/abc_DEF-123',
  'https://m.youtube.com/shorts/abc_DEF-123',
  ' https://www.youtube-nocookie.com/embed/abc_DEF-123',
])('%s becomes the player that sets no cookies', (address) => {
  expect(embedAddress(address)).toBe('https://www.youtube-nocookie.com/embed/abc_DEF-123')
})

test('a page of Vimeo becomes its player', () => {
  expect(embedAddress('https://vimeo.com/123456789')).toBe('https://player.vimeo.com/video/123456789')
})

test.each([
  'http://www.youtube.com/watch?v=abc_DEF-123',
  'https://www.youtube.com/watch?v=%22onload=alert(1)',
  'https://youtube.com.evil.example/watch?v=abc_DEF-123',
  'https://evil.example/embed/abc_DEF-123',
  'https://user@www.youtube-nocookie.com.evil.example/embed/abc_DEF-123',
  'javascript:alert(1)',
  'watch this',
])('%s is not embedded', (address) => expect(embedAddress(address)).toBeNull())
