import { ConfigError } from '#platform/config'

/** What is wrong, by PostgreSQL's or the system's code, and what to do about it. */
const reasons: [RegExp, (at: Place, message: string) => string][] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    ({ host }) => `the name ${host} leads nowhere. Correct the host, or ask who runs the network.`,
  ],
  [
    /^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ENOENT)$|timeout/,
    ({ host, port }) =>
      `no PostgreSQL answers at ${host}, port ${port}. Start it or correct the address, and see that a firewall lets this machine in.`,
  ],
  [
    /does not support SSL/,
    ({ host }) =>
      `PostgreSQL at ${host} speaks no TLS. Remove sslmode from the address, or switch TLS on there (ssl = on).`,
  ],
  [
    /CERT|LEAF_SIGNATURE/,
    ({ host }) =>
      `the certificate of PostgreSQL at ${host} is not trusted. Add sslrootcert=/path/to/your/authority.pem to the address, or correct the host to the name in the certificate.`,
  ],
  [
    /^28/,
    ({ user }) =>
      `PostgreSQL does not let user “${user}” in. Correct the user and the password, or ask whoever runs the database to let this user in from here (pg_hba.conf).`,
  ],
  [
    /^3D000$/,
    ({ database, user }) =>
      `there is no database “${database}”. Correct the name, or have it made: create database ${database} owner ${user};`,
  ],
  [
    /^42501$/,
    ({ database, user }, message) =>
      `user “${user}” lacks a right. Whoever runs the database can give it: ${
        /grant role/.test(message)
          ? `grant cairn_app to ${user} with admin option; (another Cairn on this server made that role)`
          : `alter role ${user} createrole; alter database ${database} owner to ${user};`
      }`,
  ],
  [
    /^(0A000|58P01)$/,
    () => `an extension is missing. Install those that come with PostgreSQL (Debian: postgresql-contrib).`,
  ],
  [/^(57P03|53300)$/, () => `PostgreSQL takes no more connections at this moment. Try again in a while.`],
]

interface Place {
  host: string
  port: string
  user: string
  database: string
}

const placeOf = (url: string): Place => {
  const { hostname, port, username, pathname } = new URL(url)
  const user = decodeURIComponent(username)
  return {
    host: hostname,
    port: port || '5432',
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
  }
}

/** Says in an operator's words why the database at `url` cannot be used. Any other error stays as it is. */
export function explainedDatabase(error: unknown, url: string): unknown {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ConfigError) return at
    const code = 'code' in at ? String(at.code) : ''
    const { message } = at
    const reason = reasons.find(([pattern]) => pattern.test(code) || (!code && pattern.test(message)))
    if (reason) {
      const said = message ? ` It said: ${message}.` : ''
      return new ConfigError(`DATABASE_URL: ${reason[1](placeOf(url), message)}${said}`, { cause: error })
    }
  }
  return error
}
