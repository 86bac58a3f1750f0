import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { parse } from '@formatjs/icu-messageformat-parser'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import type { Endpoint } from './src/platform/http/endpoint.ts'
import { isPlain } from './src/ui/text/plain.ts'

/** React Aria speaks some thirty languages; only those of our own messages are shipped, the rest hear English. */
function onlyOurLanguages(): Plugin {
  const translation =
    /[\\/](react-aria|react-aria-components|react-stately)[\\/]dist[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.(m?js)$/
  return {
    name: 'only-our-languages',
    enforce: 'pre',
    load(id) {
      const [, , locale, extension] = translation.exec(id) ?? []
      if (!locale || locale === 'en-US' || locale === 'fr-FR') return null
      return `export { default } from './en-US.${extension}'`
    },
  }
}

/** Of a contract the client keeps how to call it and its lists of words; what is sent, the server checks. */
function onlyAddresses(): Plugin {
  return {
    name: 'only-addresses',
    enforce: 'pre',
    async load(id) {
      if (!/[\\/]src[\\/].*contract\.ts$/.test(id)) return null
      const contract: Record<string, unknown> = await import(pathToFileURL(id).href)
      const lines = Object.entries(contract).map(([name, value]) => {
        const kept = keptOf(value)
        return kept ? `export const ${name} = ${JSON.stringify(kept)}\n` : ''
      })
      return lines.join('')
    },
  }
}

/** What the client keeps of an export: of an endpoint its address, of a list its words, of a schema nothing. */
function keptOf(value: unknown) {
  if (Array.isArray(value)) return value
  const { name, method, path, raw } = value as Partial<Endpoint>
  return method && path ? { name, method, path, raw } : null
}

/** What only the server says: problems, mails, and what becomes of Markdown. */
const saidElsewhere = /^problem\.|\.mail\.|^course\.report\./

/** Messages are read once, here: the client gets those of several forms in parts, and no parser. */
function readMessages(): Plugin {
  return {
    name: 'read-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/](messages[\\/]|samples\.)(en|fr)\.json$/.test(id)) return null
      const all = Object.entries(JSON.parse(code) as Record<string, string>)
      const read = all
        .filter(([key]) => !saidElsewhere.test(key))
        .map(([key, text]) => [key, isPlain(text) ? text : parse(text, { captureLocation: false })])
      return JSON.stringify(Object.fromEntries(read))
    },
  }
}

/** What every first page waits for is asked for with it: its letters, and who is there. */
function askEarly(): Plugin {
  return {
    name: 'ask-early',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((name) => /inter-latin-wght-normal.*\.woff2$/.test(name))
        const early = [{ as: 'fetch', href: '/api/session' }]
        if (font) early.push({ as: 'font', href: `/${font}` })
        return early.map((what) => ({
          tag: 'link',
          attrs: { rel: 'preload', ...what, crossorigin: '' },
          injectTo: 'head',
        }))
      },
    },
  }
}

/** Writes `.br` and `.gz` beside every text file of the build: it is compressed once, not for each reader. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(names.map((name) => compress(join(dir, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}

/** Modules that do nothing by being imported: components, pages, contracts. */
const onlyParts = /[\\/]src[\\/](ui[\\/]|.*[\\/](web|pages)[\\/]).*\.tsx?$|contract\.ts$/

const libraries =
  /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|intl-messageformat|@formatjs)[\\/]/

export default defineConfig({
  root: 'src/app/web',
  // The schema of a course is told in schemas too, which only the server holds.
  resolve: {
    alias: {
      zod: join(import.meta.dirname, 'src/platform/web/no-schemas.ts'),
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
    },
  },
  plugins: [onlyOurLanguages(), onlyAddresses(), readMessages(), react(), askEarly(), compressOnce()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      // What only one page shows travels with that page: front doors list much more than a first page needs.
      treeshake: { moduleSideEffects: [{ test: onlyParts, sideEffects: false }] },
      // Every page needs these: few large files compress a tenth better than many small ones.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'react', test: libraries },
            { name: 'contracts', test: /contract\.ts$/ },
            { name: 'icons', test: /node_modules[\\/]lucide-react/, minShareCount: 2 },
            { name: 'base', minShareCount: 8 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:4000' } },
})
