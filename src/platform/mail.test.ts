import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { mailTask } from './mail.ts'

const from = 'Cairn <cairn@northwind.example>'
const mail = {
  to: 'mei@northwind.example',
  subject: 'Zéro est une mesure',
  text: 'Ouvrez-le : http://cairn.test/x',
}
const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0)) step()
})

/** A mail server that keeps what it is sent, or refuses everyone. */
async function catcher(options: { refuses?: boolean } = {}): Promise<{ url: string; caught: string[] }> {
  const caught: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(options.refuses ? new Error('not now') : null),
    onData: (stream, _, done) => {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        caught.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => server.close())
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, caught }
}

test('a mail reaches the mail server with its sender, its reader and its words', async () => {
  const { url, caught } = await catcher()
  await mailTask({ smtpUrl: url, from, folder: '' })(mail)
  expect(caught).toHaveLength(1)
  expect(caught[0]).toContain('To: mei@northwind.example')
  expect(caught[0]).toContain('cairn@northwind.example')
  expect(caught[0]).toContain('http://cairn.test/x')
})

test('a mail that is refused fails its job, which tries again later', async () => {
  const { url, caught } = await catcher({ refuses: true })
  await expect(mailTask({ smtpUrl: url, from, folder: '' })(mail)).rejects.toThrow('not now')
  expect(caught).toEqual([])
})

test('without a mail server a mail is kept as a file that an administrator can read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-mail-'))
  undo.push(() => rmSync(folder, { recursive: true }))
  await mailTask({ smtpUrl: undefined, from, folder: join(folder, 'mail') })(mail)
  const [name = ''] = readdirSync(join(folder, 'mail'))
  expect(name).toMatch(/\.eml$/)
  expect(readFileSync(join(folder, 'mail', name), 'utf8')).toContain('http://cairn.test/x')
})
