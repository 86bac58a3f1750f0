import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server on this machine that keeps what it is sent, or refuses everyone with a code and words. */
export interface PostOffice {
  url: string
  /** What came, oldest first, as it was sent. */
  caught: string[]
  /** The newest mail to an address, as it was sent; '' while there is none. */
  rawTo: (address: string) => string
  /** The lines of the newest mail to an address, without the folds of the wire; '' while there is none. */
  mailTo: (address: string) => string
  /** The subjects of what came to an address, oldest first. */
  subjectsTo: (address: string) => (string | undefined)[]
  close: () => Promise<void>
}

/** Opens one at a port of its own. */
export async function openPostOffice(options: { refuses?: () => string | null } = {}): Promise<PostOffice> {
  const caught: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => {
      const words = options.refuses?.() ?? null
      done(
        words === null
          ? null
          : Object.assign(new Error(words.slice(4)), { responseCode: Number(words.slice(0, 3)) }),
      )
    },
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
  // Whoever is killed in the middle of a mail breaks their connection; anything else is a fault of the test.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') throw error
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const rawTo = (address: string) => caught.findLast((mail) => mail.includes(`To: ${address}\r\n`)) ?? ''
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    rawTo,
    mailTo: (address) => rawTo(address).replaceAll('=\r\n', '').replaceAll('=3D', '='),
    subjectsTo: (address) =>
      caught
        .filter((mail) => mail.includes(`To: ${address}\r\n`))
        .map((mail) => mail.match(/Subject: ([^\r\n]*)/)?.[1]),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
