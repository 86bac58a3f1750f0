/**
 * A refusal that the caller can act on. It becomes an RFC 9457 problem on the wire, said in the reader's language by
 * the message `problem.<code>`; anything else that is thrown is our own bug and answers 500. `extra` travels with the
 * problem and fills the gaps of its message. A refusal that has a `cause` is the operator's business too, and logged.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly extra: Record<string, unknown>
  /** The refusal itself is worth keeping (a counted try): what was written before it is committed. */
  keeps = false
  constructor(status: number, code: string, extra: Record<string, unknown> = {}, options: ErrorOptions = {}) {
    super(code, options)
    this.status = status
    this.code = code
    this.extra = extra
  }
}

/** 404: it does not exist, or the reader may not know that it does. `what` is a word such as 'page'. */
export const notFound = (what: string) => new Problem(404, `${what}.not-found`)

/** 403: the reader may know of it but not do this; its message says who may. */
export const forbidden = (code: string) => new Problem(403, code)

/** 409: the state of things refuses it; its message says what happened and what to do. */
export const conflict = (code: string, extra: Record<string, unknown> = {}) => new Problem(409, code, extra)

/** One thing wrong with the input: a JSON pointer into `part` of the request; the message of `code` says what is expected. */
export interface InputFault {
  part: 'body' | 'query' | 'path' | 'header'
  pointer: string
  code: string
  /** What fills the gaps of the message. */
  values?: Record<string, string | number>
}

/** 422: the input is understood and wrong; every fault carries a pointer to its field. */
export const invalid = (faults: InputFault[]) => new Problem(422, 'input.invalid', { faults })

/** The one-fault form of `invalid` for the body, for what only a verb can know. */
export const invalidField = (pointer: string, code: string, values: Record<string, string | number> = {}) =>
  invalid([{ part: 'body', pointer, code, values }])

/** A refusal after which what the verb has written stays written. */
export function keeping(problem: Problem): Problem {
  problem.keeps = true
  return problem
}
