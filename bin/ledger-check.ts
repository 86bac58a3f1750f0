import { checkLedgers } from '../src/app/check-ledgers.ts'

await checkLedgers(process.env)
