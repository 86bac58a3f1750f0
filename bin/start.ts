import { main } from '../src/app/main.ts'

await main(process.env)
