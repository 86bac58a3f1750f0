import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** The letters of the interface are asked for with the page, not after its styles were read. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((name) => /inter-latin-wght-normal.*\.woff2$/.test(name))
        if (!font) return []
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' }
        return [{ tag: 'link', attrs, injectTo: 'head' }]
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
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}

export default defineConfig({
  root: 'src/app/web',
  plugins: [onlyOurLanguages(), react(), preloadFont(), compressOnce()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      // A component that only one page shows travels with that page, not with the first one.
      treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/]ui[\\/].*\.tsx?$/, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': 'http://localhost:4000' } },
})
