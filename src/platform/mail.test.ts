import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openPostOffice, type PostOffice } from '#test/post-office.ts'
import { mailTask } from './mail.ts'

const from = 'Cairn <cairn@northwind.example>'
const mail = {
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
