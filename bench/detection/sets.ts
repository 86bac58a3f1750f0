import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** A vote on an answer: the day it was given (nobody knows by whom), up (1) or down (-1). */
export interface Vote {
  at: number
  sign: 1 | -1
}

/** Somebody who helped somebody: an answer to a question, or a message to who wrote first. Times are in days. */
export interface Help {
  by: number
  /** Who asked; -1 when they have gone. */
  to: number
  at: number
  /** Which question it answers: answers to one compete. */
  question: string
  votes: readonly Vote[]
  /** When the asker took it as the answer; Infinity when they never did. */
  acceptedAt: number
}

/** The votes for a help less those against it. */
export const votesOf = ({ votes }: Help): number => votes.reduce((sum, { sign }) => sum + sign, 0)

export interface Question {
  id: string
  by: number
  at: number
  /** What it is about, where the set says so. */
  tags: readonly string[]
}

export interface Comment {
  by: number
  to: number
  at: number
  score: number
}

/** Who helped whom in one community, in order of time. Members are numbered from 0 in order of appearance. */
export interface HelpSet {
  name: string
  members: number
  helps: readonly Help[]
  questions: readonly Question[]
  comments: readonly Comment[]
  /** Whether help can be voted on; in a network of messages it cannot. */
  hasVotes: boolean
}

type Line = Record<string, string>

const day = 86_400_000
const daysOf = (text: string) => Date.parse(text.length > 10 ? `${text}Z` : `${text}T00:00:00Z`) / day

function linesOf(folder: string, name: string): Line[] {
  const file = join(folder, `${name}.csv.gz`)
  return existsSync(file) ? parse(gunzipSync(readFileSync(file)), { columns: true }) : []
}

/** Gives each name a number. */
function numbering() {
  const numbers = new Map<string, number>()
  const numberOf = (name: string | undefined): number => {
    if (!name) return -1
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  }
  return { numberOf, count: () => numbers.size }
}

const byTime = (one: { at: number }, other: { at: number }) => one.at - other.at

/** Votes by post, and when answers were accepted. */
function votesIn(folder: string): { votes: Map<string, Vote[]>; accepted: Map<string, number> } {
  const votes = new Map<string, Vote[]>()
  const accepted = new Map<string, number>()
  for (const { post = '', kind, day = '' } of linesOf(folder, 'votes')) {
    if (kind === 'accepted') accepted.set(post, daysOf(day))
    if (kind !== 'up' && kind !== 'down') continue
    const list = votes.get(post) ?? []
    list.push({ at: daysOf(day), sign: kind === 'up' ? 1 : -1 })
    votes.set(post, list)
  }
  return { votes, accepted }
}

function readQuestionsAndAnswers(folder: string): HelpSet {
  const { numberOf, count } = numbering()
  const posts = linesOf(folder, 'posts')
    .map((line) => ({ ...line, at: daysOf(line.at ?? '') }) as Line & { at: number })
    .sort(byTime)
  const authors = new Map(posts.map(({ post = '', member }) => [post, numberOf(member)]))
  const { votes, accepted } = votesIn(folder)
  const questions = posts.filter(({ type }) => type === 'question')
  const answers = posts.filter(({ type }) => type === 'answer')
  const acceptedIds = new Set(questions.map(({ accepted_answer }) => accepted_answer))
  return {
    name: basename(folder),
    helps: answers.map(({ post = '', parent = '', at }) => ({
      by: authors.get(post) ?? -1,
      to: authors.get(parent) ?? -1,
      at,
      question: parent,
      votes: votes.get(post) ?? [],
      // Some communities tell which answer was accepted, and not when: as soon as it was there.
      acceptedAt:
        accepted.get(post) ?? (acceptedIds.has(post) && accepted.size === 0 ? at : Number.POSITIVE_INFINITY),
    })),
    questions: questions.map(({ post = '', tags = '', at }) => ({
      ...{ id: post, by: authors.get(post) ?? -1, at },
      tags: tags.split(' ').filter(Boolean),
    })),
    comments: linesOf(folder, 'comments')
      .map(({ post = '', member, at = '', score }) => ({
        by: numberOf(member),
        to: authors.get(post) ?? -1,
        at: daysOf(at),
        score: Number(score),
      }))
      .sort(byTime),
    members: count(),
    hasVotes: true,
  }
}

/** Whoever writes to somebody who wrote to them before answers; the first to write asks. */
function readMessages(folder: string): HelpSet {
  const { numberOf, count } = numbering()
  const messages = linesOf(folder, 'messages')
    .map(({ from, to, unixtime }) => ({
      by: numberOf(from),
      to: numberOf(to),
      at: (Number(unixtime) * 1000) / day,
    }))
    .sort(byTime)
  const wrote = new Set<string>()
  const helps: Help[] = []
  const questions: Question[] = []
  for (const { by, to, at } of messages) {
    const id = `${to} ${by}`
    if (wrote.has(id))
      helps.push({ by, to, at, question: id, votes: [], acceptedAt: Number.POSITIVE_INFINITY })
    else questions.push({ id: `${by} ${to}`, by, at, tags: [] })
    wrote.add(`${by} ${to}`)
  }
  return { name: basename(folder), helps, questions, comments: [], members: count(), hasVotes: false }
}

/** The set in a folder; null where there is none. */
export function readSet(folder: string): HelpSet | null {
  if (existsSync(join(folder, 'posts.csv.gz'))) return readQuestionsAndAnswers(folder)
  return existsSync(join(folder, 'messages.csv.gz')) ? readMessages(folder) : null
}

/** Every set below a folder, by name. Throws when there is none. */
export function readSets(folder: string): HelpSet[] {
  const sets = readdirSync(folder)
    .sort()
    .map((name) => readSet(join(folder, name)))
    .filter((set) => set !== null)
  if (sets.length === 0) throw new Error(`${folder} holds no folder with posts.csv.gz or messages.csv.gz.`)
  return sets
}
