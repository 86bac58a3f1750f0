import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { openPostOffice } from '#test/post-office.ts'
import { keepPostmanApart, openPostmanApart } from './postman-apart.ts'

const common = { from: 'Cairn <cairn@northwind.example>', folder: '' }
const mailTo = (to: string) => ({ locale: 'en', to, subject: 'Zero it', text: 'In the cold.' })

test('mails that a thread hands over arrive, and it tells what became of each', async () => {
  const office = await openPostOffice({
    refuses: () => (office.caught.length < 30 ? null : '550 5.1.1 Nobody'),
  })
  const postman = openPostmanApart({ ...common, smtpUrl: office.url }, 5)
  try {
    const many = await Promise.all(
      Array.from({ length: 30 }, (_, at) => postman.deliver(mailTo(`m${at}@northwind.example`))),
    )
    expect(new Set(many.map(({ is }) => is))).toEqual(new Set(['taken']))
    expect(office.mailTo('m29@northwind.example')).toContain('In the cold.')
    expect(await postman.deliver(mailTo('nobody@northwind.example'))).toMatchObject({
      ...{ is: 'refused', refusal: { code: 550 } },
    })
  } finally {
    postman.close()
    await office.close()
  }
})

test('a server that is away takes a mail later', async () => {
  const postman = openPostmanApart({ ...common, smtpUrl: 'smtp://127.0.0.1:1' }, 1)
  expect(await postman.deliver(mailTo('mei@northwind.example'))).toMatchObject({
    ...{ is: 'later', error: { message: expect.stringContaining('ECONNREFUSED') } },
  })
  postman.close()
})

test('of a mail that a thread had in hand when it ended nobody knows; after that there is none to send', async () => {
  const mute = createServer()
  await once(mute.listen(0, '127.0.0.1'), 'listening')
  const { port } = mute.address() as AddressInfo
  const postman = openPostmanApart({ ...common, smtpUrl: `smtp://127.0.0.1:${port}` }, 1)
  const inHand = postman.deliver(mailTo('mei@northwind.example'))
  const [socket] = await once(mute, 'connection')
  postman.close()
  expect(await inHand).toMatchObject({ is: 'unsure', error: { message: expect.stringContaining('thread') } })
  expect(await postman.deliver(mailTo('mei@northwind.example'))).toMatchObject({ is: 'later' })
  socket.destroy()
  mute.close()
})

test('a postman is kept while more follows, and let go of at the end and when the work throws', async () => {
  const withPostman = keepPostmanApart({ ...common, smtpUrl: 'smtp://127.0.0.1:1' }, 1)
  const used: unknown[] = []
  const work = (goesOn: boolean) => withPostman(async (postman) => used.push(postman) > 0 && goesOn)
  await work(true)
  await work(false)
  await work(true)
  await expect(withPostman(() => Promise.reject(new Error('It broke.')))).rejects.toThrow('It broke.')
  await work(false)
  const [first, second, third, fourth] = used
  expect(second).toBe(first)
  expect(third).not.toBe(first)
  expect(fourth).not.toBe(third)
})
