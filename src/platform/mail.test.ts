import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'
import { readMail } from '#test/read-mail.ts'
import { type MailOptions, mailTask, openPostman } from './mail.ts'

const from = 'Cairn <cairn@northwind.example>'
const mail = {
  locale: 'fr',
  to: 'mei@northwind.example',
  subject: 'Zéro est une mesure',
  text: 'Ouvrez-le : http://cairn.test/x',
}
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0)) await step()
})

async function catcher(options?: Parameters<typeof openPostOffice>[0]): Promise<PostOffice> {
  const office = await openPostOffice(options)
  undo.push(office.close)
  return office
}

const refusals: { to: string; code: number; words: string }[] = []
afterEach(() => refusals.splice(0))
const task = (options: Pick<MailOptions, 'smtpUrl'> & { folder?: string }) =>
  mailTask({
    ...{ from, folder: '', ...options },
    onRefused: async ({ to }, refusal) => void refusals.push({ to, ...refusal }),
  })

test('a mail reaches the mail server with its sender, its reader and its words, as text and as HTML', async () => {
  const { url, caught } = await catcher()
  await task({ smtpUrl: url })({ ...mail, action: { label: 'Ouvrir', href: 'http://cairn.test/y?a=1&b=2' } })
  expect(caught).toHaveLength(1)
  const [text = ''] = caught
  expect(text).toContain('To: mei@northwind.example')
  expect(text).toContain('cairn@northwind.example')
  expect(text).toContain('Content-Type: multipart/alternative')
  expect(text).toMatch(
    /Content-Type: text\/plain[\s\S]+http:\/\/cairn\.test\/x[\s\S]+Content-Type: text\/html/,
  )
  expect(text).toContain('Content-Language: fr')
  expect(text).toContain('Auto-Submitted: auto-generated')
  expect(text).not.toContain('List-Unsubscribe')
})

test('a sender with a name like any other is the one that mail programs show', async () => {
  const { url, caught } = await catcher()
  const named = '"Müller & Fils «\u00a0Nord\u00a0», Saint-Étienne" <cairn@northwind.example>'
  const postman = openPostman({ smtpUrl: url, from: named, folder: '' })
  expect(await postman.deliver(mail)).toEqual({ is: 'taken' })
  postman.close()
  const { from: shown } = await readMail(caught[0] ?? '')
  const name = 'Müller & Fils «\u00a0Nord\u00a0», Saint-Étienne'
  expect(shown).toMatchObject({ name, address: 'cairn@northwind.example' })
})

test('where a mail can be ended its header says so, for one click', async () => {
  const { url, caught } = await catcher()
  await task({ smtpUrl: url })({ ...mail, unsubscribe: 'http://cairn.test/api/unsubscriptions/t' })
  expect(caught[0]).toContain('List-Unsubscribe: <http://cairn.test/api/unsubscriptions/t>')
  expect(caught[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test.each([
  '450 4.2.2 The mailbox is full for now',
  '550 5.7.1 Relaying denied',
  '554 No thanks',
  '452 Too many recipients',
])('a mail that is refused with “%s” fails its job, which tries again later', async (words) => {
  const { url, caught } = await catcher({ refuses: () => words })
  await expect(task({ smtpUrl: url })(mail)).rejects.toThrow(words.slice(4))
  expect([caught, refusals]).toEqual([[], []])
})

test.each(['550 5.1.1 No such mailbox', '550 Nobody here', '553 5.1.3 No address', '550 5.2.1 Closed'])(
  'an address that is refused with “%s” is told, and not tried again',
  async (words) => {
    const { url, caught } = await catcher({ refuses: () => words })
    await task({ smtpUrl: url })(mail)
    expect(caught).toEqual([])
    expect(refusals).toEqual([
      { to: mail.to, code: Number(words.slice(0, 3)), words: expect.stringContaining(words.slice(4)) },
    ])
  },
)

test('without a mail server a mail is kept as a file that an administrator can read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-mail-'))
  undo.push(() => rmSync(folder, { recursive: true }))
  await task({ smtpUrl: undefined, folder: join(folder, 'mail') })(mail)
  const [name = ''] = readdirSync(join(folder, 'mail'))
  expect(name).toMatch(/\.eml$/)
  expect(readFileSync(join(folder, 'mail', name), 'utf8')).toContain('http://cairn.test/x')
})

/** A server that speaks as a mail server does until it falls silent: before it greets, or once it has a whole mail. */
async function silent(since: 'greeting' | 'mail'): Promise<string> {
  const server = createServer((socket) => {
    undo.push(() => socket.destroy())
    if (since === 'greeting') return
    socket.write('220 slow.example ESMTP\r\n')
    let isMail = false
    socket.on('data', (bytes) => {
      if (isMail) return
      const said = bytes.toString().toUpperCase()
      isMail = said.startsWith('DATA')
      socket.write(isMail ? '354 Go on\r\n' : '250 slow.example\r\n')
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  undo.push(() => server.close())
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each([
  ['greeting', 'later'],
  ['mail', 'unsure'],
] as const)(
  'a server that is silent from the %s on is given up, and the mail is for %s',
  async (since, is) => {
    // It is the product that gives up here, not the test.
    const soon = 300
    const short = { connectionTimeout: soon, greetingTimeout: soon, socketTimeout: soon }
    const postman = openPostman({ smtpUrl: await silent(since), from, folder: '' }, 1, short)
    undo.push(postman.close)
    expect(await postman.deliver(mail)).toMatchObject({ is })
  },
)
