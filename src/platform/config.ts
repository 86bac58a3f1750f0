import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Setting {
  name: string
  schema: z.ZodType
  /** The default, in words. */
  shown: string
  help: string
  /** What a value that cannot be used should have been. */
  must: string
  example: string
  /** Its value may hold a password and is never repeated in a message. */
  secret?: true
}

const whole = (least: number, most: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))

/** Every setting of the process: its name, its default as shown to people, what it does. Kept in this one place. */
export const settings = [
  {
    name: 'PORT',
    schema: whole(1, 65_535).optional(),
    shown: '4000, or the next free port up to 4019',
    help: 'The port Cairn answers on. When it is set and taken, the start stops.',
    must: 'a whole number from 1 to 65535',
    example: '8080',
  },
  {
    name: 'HOST',
    schema: z.union([z.hostname(), z.ipv4(), z.ipv6()]).default('127.0.0.1'),
    shown: '127.0.0.1',
    help: 'The address to listen on; 0.0.0.0 lets other machines in.',
    must: 'the name or the IP address of this machine, without a port',
    example: '0.0.0.0',
  },
  {
    name: 'PUBLIC_URL',
    schema: z
      .url({ protocol: /^https?$/, abort: true })
      .refine((url) => new URL(url).href === `${new URL(url).origin}/`)
      .optional(),
    shown: 'http://localhost:PORT',
    help: 'The address people type; links in mails start with it. With https, cookies travel over TLS only.',
    must: 'a web address that starts with http:// or https://, without a path',
    example: 'https://learn.example.com',
  },
  {
    name: 'TRUSTED_PROXIES',
    schema: whole(0, 10).default(0),
    shown: '0',
    help: 'How many reverse proxies stand before Cairn and add to X-Forwarded-For. Wrong sign-ins are counted by the address of the caller: without this, everyone behind a proxy counts as one. Never more than there are: what callers write themselves would be believed.',
    must: 'a whole number from 0 to 10',
    example: '1',
  },
  {
    name: 'DATA_DIR',
    schema: z.string().default('.data'),
    shown: '.data in the project folder',
    help: 'Where the embedded database, uploaded files and undelivered mail are kept. A relative path starts at the project folder.',
    must: 'the path of a folder',
    example: '/var/lib/cairn',
  },
  {
    name: 'DATABASE_URL',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    shown: 'an embedded PostgreSQL in DATA_DIR',
    help: 'An external PostgreSQL 15 or newer; its user must own the database and be able to create a role.',
    must: 'an address that starts with postgres://, with any special character of the password percent-encoded',
    example: 'postgres://cairn:secret@db.example.com/cairn',
    secret: true,
  },
  {
    name: 'SMTP_URL',
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    shown: 'none: mail is written to DATA_DIR/mail',
    help: 'The mail server that delivers invitations and password resets.',
    must: 'an address that starts with smtp:// or smtps://, with any special character of the password percent-encoded',
    example: 'smtps://user:secret@mail.example.com',
    secret: true,
  },
  {
    name: 'MAIL_FROM',
    schema: z
      .string()
      .regex(/^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
      .default('Cairn <cairn@localhost>'),
    shown: 'Cairn <cairn@localhost>',
    help: 'The sender of every mail. What comes back to its mailbox can be handed to Cairn: see docs/mail.md.',
    must: 'a mail address, with or without a name before it',
    example: 'Cairn <learning@example.com>',
  },
  {
    name: 'CHAT_HOSTS',
    schema: z
      .string()
      .default('')
      .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
      .transform((hosts) => hosts.filter(Boolean))
      .pipe(z.array(z.union([z.hostname(), z.ipv4()])).max(20)),
    shown: 'none: only chats of the open network, by https',
    help: 'Hosts of your own network in whose chats messages may be posted, separated by commas. Nothing else there can be reached.',
    must: 'names or IPv4 addresses of machines, separated by commas',
    example: 'chat.intra.example',
  },
  {
    name: 'UPLOAD_LIMIT_MB',
    schema: whole(1, 100_000).default(512),
    shown: '512',
    help: 'The largest file that may be uploaded, in megabytes.',
    must: 'a whole number from 1 to 100000',
    example: '2048',
  },
  {
    name: 'LOG_LEVEL',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    shown: 'info',
    help: 'How much is logged: debug, info, warn, error or silent.',
    must: 'debug, info, warn, error or silent',
    example: 'debug',
  },
  {
    name: 'DEMO',
    schema: z.enum(['on', 'off']).default('on'),
    shown: 'on',
    help: 'Whether visitors may build and explore the demo organization. Anyone who reaches it may look around in it.',
    must: 'on or off',
    example: 'off',
  },
] as const satisfies readonly Setting[]

/** The settings of one process, read and checked. */
export interface Config {
  port: number | null
  host: string
  publicUrl: string | null
  /** How many entries at the end of X-Forwarded-For were written by proxies of this installation. */
  trustedProxies: number
  dataDir: string
  databaseUrl: string | null
  smtpUrl: string | undefined
  mailFrom: string
  /** Hosts of the own network in whose chats may be posted. */
  chatHosts: readonly string[]
  uploadLimitMb: number
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  demo: boolean
}

/** Something outside Cairn that has to be set right first. Its message begins with the setting and says what to do. */
export class ConfigError extends Error {}

/** Reads the settings from the environment; empty values count as not set. Throws ConfigError naming each wrong one. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const setting of settings) {
    const given = env[setting.name]?.trim() || undefined
    const parsed = setting.schema.safeParse(given)
    if (parsed.success) values[setting.name] = parsed.data
    else wrong.push(complaint(setting, given))
  }
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'))
  return {
    port: (values.PORT as number | undefined) ?? null,
    host: values.HOST as string,
    publicUrl: (values.PUBLIC_URL as string | undefined)?.replace(/\/+$/, '') ?? null,
    trustedProxies: values.TRUSTED_PROXIES as number,
    dataDir: resolve(root, values.DATA_DIR as string),
    databaseUrl: (values.DATABASE_URL as string | undefined) ?? null,
    smtpUrl: values.SMTP_URL as string | undefined,
    mailFrom: values.MAIL_FROM as string,
    chatHosts: values.CHAT_HOSTS as string[],
    uploadLimitMb: values.UPLOAD_LIMIT_MB as number,
    logLevel: values.LOG_LEVEL as Config['logLevel'],
    demo: values.DEMO === 'on',
  }
}

function complaint({ name, must, help, example, secret }: Setting, given: string | undefined): string {
  const value = secret ? 'its value' : JSON.stringify(given)
  return `${name}: ${value} cannot be used; it must be ${must}. ${help} Example: ${name}=${quoted(example)}`
}

/** As one would type it in a shell. */
const quoted = (example: string) => (/[\s<>]/.test(example) ? `'${example}'` : example)

/** docs/settings.md, from the same list that validates. */
export function settingsPage(): string {
  const rows = settings.map(
    ({ name, shown, help, example }) => `| \`${name}\` | ${shown} | ${help} | \`${quoted(example)}\` |`,
  )
  return `# Settings

Cairn reads these from the environment. Each has a default that works; a value that cannot be used stops the start and names the setting.

| name | default | what it does | example |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
