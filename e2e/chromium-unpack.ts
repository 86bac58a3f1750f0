// Unpacks the browser into the folder for temporary files, in a process of its own: see chromium.ts.
import pack from '@sparticuz/chromium'

await pack.executablePath()
