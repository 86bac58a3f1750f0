import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from './low-priority.ts'
import { type Mail, type MailServer, openPostman } from './mail.ts'

/** A thread that writes mails and hands them over: see `openPostmanApart`. It ends when nobody listens to it any more. */
const { server, most } = workerData as { server: MailServer; most: number }
giveWay()
const postman = openPostman(server, most)
parentPort?.on('message', async ({ id, mail }: { id: number; mail: Mail }) => {
  parentPort?.postMessage({ id, delivery: await postman.deliver(mail) })
})
