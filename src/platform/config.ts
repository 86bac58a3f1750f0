import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Setting {
  name: string
  schema: z.ZodType
  shown: string
  help: string
  example: string
}

const port = z.coerce.number().int().min(1).max(65_535)

/** Every setting of the process: its name, its default as shown to people, what it does. Kept in this one place. */
export const settings = [
  {
    name: 'PORT',
    schema: port.optional(),
    shown: '4000, or the next free port up to 4019',
    help: 'The port Cairn answers on. When it is set and taken, the start stops.',
    example: '8080',
  },
  {
    name: 'HOST',
    schema: z.string().min(1).default('127.0.0.1'),
    shown: '127.0.0.1',
    help: 'The address to listen on; 0.0.0.0 lets other machines in.',
    example: '0.0.0.0',
  },
  {
    name: 'PUBLIC_URL',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    shown: 'http://localhost:PORT',
    help: 'The address people type; links in mails start with it. With https, cookies travel over TLS only.',
    example: 'https://learn.example.com',
  },
  {
    name: 'DATA_DIR',
    schema: z.string().min(1).default(`${root}.data`),
    shown: '.data in the project folder',
    help: 'Where the embedded database, uploaded files and undelivered mail are kept.',
    example: '/var/lib/cairn',
  },
  {
    name: 'DATABASE_URL',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    shown: 'an embedded PostgreSQL in DATA_DIR',
    help: 'An external PostgreSQL 15 or newer; its user must own the database and be able to create a role.',
    example: 'postgres://cairn:secret@db.example.com/cairn',
  },
  {
    name: 'SMTP_URL',
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    shown: 'none: mail is written to DATA_DIR/mail',
    help: 'The mail server that delivers invitations and password resets.',
    example: 'smtps://user:secret@mail.example.com',
  },
  {
    name: 'MAIL_FROM',
    schema: z.string().min(3).default('Cairn <cairn@localhost>'),
    shown: 'Cairn <cairn@localhost>',
    help: 'The sender of every mail.',
    example: 'Cairn <learning@example.com>',
  },
  {
    name: 'UPLOAD_LIMIT_MB',
    schema: z.coerce.number().int().min(1).max(100_000).default(512),
    shown: '512',
    help: 'The largest file that may be uploaded, in megabytes.',
    example: '2048',
  },
  {
    name: 'LOG_LEVEL',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    shown: 'info',
    help: 'How much is logged: debug, info, warn, error or silent.',
    example: 'debug',
  },
] as const satisfies readonly Setting[]

/** The settings of one process, read and checked. */
export interface Config {
  port: number | null
  host: string
  publicUrl: string | null
  dataDir: string
  databaseUrl: string | null
  smtpUrl: string | undefined
  mailFrom: string
  uploadLimitMb: number
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A setting that cannot be used. Its message names the setting and says what to do. */
export class ConfigError extends Error {}

/** Reads the settings from the environment; empty values count as not set. Throws ConfigError naming each wrong one. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const { name, schema, help, example } of settings) {
    const parsed = schema.safeParse(env[name] || undefined)
    if (parsed.success) values[name] = parsed.data
    else
      wrong.push(
        `${name} cannot be used: ${parsed.error.issues[0]?.message}. ${help} Example: ${name}=${example}`,
      )
  }
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'))
  return {
    port: (values.PORT as number | undefined) ?? null,
    host: values.HOST as string,
    publicUrl: (values.PUBLIC_URL as string | undefined) ?? null,
    dataDir: values.DATA_DIR as string,
    databaseUrl: (values.DATABASE_URL as string | undefined) ?? null,
    smtpUrl: values.SMTP_URL as string | undefined,
    mailFrom: values.MAIL_FROM as string,
    uploadLimitMb: values.UPLOAD_LIMIT_MB as number,
    logLevel: values.LOG_LEVEL as Config['logLevel'],
  }
}

/** docs/settings.md, from the same list that validates. */
export function settingsPage(): string {
  const rows = settings.map(
    ({ name, shown, help, example }) => `| \`${name}\` | ${shown} | ${help} | \`${example}\` |`,
  )
  return `# Settings

Cairn reads these from the environment. Each has a default that works; a value that cannot be used stops the start and names the setting.

| name | default | what it does | example |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
