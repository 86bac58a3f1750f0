import pg from 'pg'
import type { Log } from '#platform/log'
import type { Recall } from '#platform/recall'

/** What a browser is told: words for what changed. It then asks again for what it shows. */
export interface LiveEvent {
  topics: string[]
}

/** Who listens: a browser of a member, by the session it came with. */
export interface Listener {
  org: string
  member: string
  session: string | null
  send: (event: LiveEvent) => void
  /** Nothing more will be sent: the session is over, or it has listened in more places since. */
  end: (why: 'over' | 'crowded') => void
}

export interface LiveHub {
  /**
   * Passes on what concerns this listener, until the returned function is called; and first what was told in the last
   * `ago` milliseconds, since a browser begins to listen a moment after it began to read.
   */
  subscribe: (listener: Listener, ago?: number) => () => void
  stop: () => Promise<void>
}

/**
 * So many places one session may listen in at a server; the one that began first gives way. A browser holds no more
 * than six connections to a server (over HTTP/1.1), and needs some of them for everything else.
 */
const mostOfSession = 4

/** So much of what was told is remembered, for those who come to listen. */
const mostRemembered = 500

const againAfter = 1000
const patience = 10_000

/**
 * One LISTEN connection per process, shared by its browsers; every server process hears every commit. When the
 * connection breaks it is opened again, and everybody is told to look at everything ('*'), since hints were missed.
 * What this process remembered of something that changed is forgotten before anybody is told.
 */
export function startLive(url: string, log: Log, recall: Recall): LiveHub {
  const audience = createAudience()
  let stopped = false
  let interrupted = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined

  const open = () => {
    const opening = new pg.Client({
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: patience,
      connectionTimeoutMillis: patience,
    })
    client = opening
    const again = (error: Error) => {
      // A connection that was given up may still complain.
      if (stopped || client !== opening) return
      if (!interrupted) log.warn('live updates are interrupted', { error })
      interrupted = true
      recall.forgetAll()
      client = null
      retry = setTimeout(open, againAfter)
    }
    opening.on('error', again)
    opening.on('end', () => again(new Error('Connection terminated')))
    opening.on('notification', ({ payload }) => {
      const notice = JSON.parse(payload ?? '') as Notice
      recall.forget(notice.org, notice.topics)
      audience.tell(notice)
    })
    opening
      .connect()
      .then(() => opening.query('listen live'))
      .then(() => {
        recall.forgetAll()
        audience.lookAtAll()
        interrupted = false
      })
      .catch(again)
  }
  open()

  return {
    subscribe: audience.subscribe,
    stop: async () => {
      stopped = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}

/** Who listens at this process, and what was told lately. */
function createAudience() {
  const listeners = new Map<string, Set<Listener>>()
  const lately = rememberLately()
  return {
    subscribe: (listener: Listener, ago?: number) => {
      const leave = subscribeTo(listeners, listener)
      if (ago) for (const event of lately.told(listener, ago)) listener.send(event)
      return leave
    },
    tell: (notice: Notice) => {
      lately.note(notice)
      deliver(listeners, notice)
    },
    /** From here on everything is heard; what was before may have been missed. */
    lookAtAll: () => {
      lately.forget()
      for (const set of listeners.values()) for (const one of set) one.send(lookAtAll)
    },
  }
}

function subscribeTo(listeners: Map<string, Set<Listener>>, listener: Listener): () => void {
  const { org, session } = listener
  const set = listeners.get(org) ?? new Set()
  const own = [...set].filter((one) => session !== null && one.session === session)
  for (const one of own.slice(0, Math.max(0, own.length + 1 - mostOfSession))) one.end('crowded')
  listeners.set(org, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size === 0 && listeners.get(org) === set) listeners.delete(org)
  }
}

/** The last notices, each with when it came. Who asks for more than is remembered is told to look at everything. */
function rememberLately() {
  const notices: { at: number; notice: Notice }[] = []
  let since = performance.now()
  return {
    note: (notice: Notice) => {
      notices.push({ at: performance.now(), notice })
      if (notices.length > mostRemembered) since = notices.shift()?.at ?? since
    },
    forget: () => {
      notices.length = 0
      since = performance.now()
    },
    told: (listener: Listener, ago: number): LiveEvent[] => {
      const from = performance.now() - ago
      if (from <= since) return [lookAtAll]
      return notices
        .filter(({ at, notice }) => at >= from && notice.org === listener.org && concerns(listener, notice))
        .map(({ notice: { topics } }) => ({ topics }))
    },
  }
}

const lookAtAll: LiveEvent = { topics: ['*'] }

interface Notice {
  org: string
  topics: string[]
  to?: string[]
  ends?: string[]
}

const concerns = ({ member }: Listener, { topics, to }: Notice): boolean =>
  topics.length > 0 && (!to || to.includes(member))

function deliver(listeners: Map<string, Set<Listener>>, notice: Notice): void {
  const { org, topics, ends = [] } = notice
  for (const listener of [...(listeners.get(org) ?? [])]) {
    if (listener.session && ends.includes(listener.session)) listener.end('over')
    else if (concerns(listener, notice)) listener.send({ topics })
  }
}
