import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '#platform/low-priority'
import { pictureIn } from './decode.ts'
import { contrastOfWords } from './words.ts'

/** A thread of its own for one picture, which may be anything: see `contrastOfFile`. */
giveWay()
const picture = pictureIn(readFileSync(String(workerData)))
parentPort?.postMessage(picture && contrastOfWords(picture))
