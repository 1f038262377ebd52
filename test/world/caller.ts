import { type FastifyInstance, type InjectOptions } from 'fastify'
import { type TObject, type TSchema } from 'typebox'
import {
  type BodyOf,
  type Command,
  type Endpoint,
  type Question,
  type ReplyOf,
} from '../../shared/wire/endpoint.ts'
import { type Problem } from '../../shared/wire/refusal.ts'
import { type Sent, requestOf } from './request-of.ts'

/** What came back; JSON is read. */
export type Answered = { status: number; body: unknown; headers: Record<string, unknown> }

/** Somebody who asks the app: nobody, a signed-in person, or a program with a key. */
export type Caller = {
  /** What a question answers; an answer that is a refusal fails the test. */
  ask: <P extends TObject, Q extends TObject, R extends TSchema>(
    question: Question<P, Q, R>,
    sent?: Sent,
  ) => Promise<ReplyOf<Question<P, Q, R>>>
  /** Carries a command out; a refusal fails the test. */
  tell: <P extends TObject, B extends TSchema, R extends TSchema>(
    command: Command<P, B, R>,
    sent?: Sent & { body?: BodyOf<Command<P, B, R>> },
  ) => Promise<ReplyOf<Command<P, B, R>>>
  /** The refusal an endpoint answers with; an answer that is none fails the test. */
  refused: (endpoint: Endpoint, sent?: Sent) => Promise<Problem & { status: number }>
  /** Whatever is answered. */
  send: (request: InjectOptions) => Promise<Answered>
}

/** @param headers by which the app knows who asks */
export function callerOf(app: FastifyInstance, headers: Record<string, string>): Caller {
  const send = async (request: InjectOptions): Promise<Answered> => {
    const reply = await app.inject({ ...request, headers: { ...headers, ...request.headers } })
    const isJson = String(reply.headers['content-type']).includes('application/json')
    const body: unknown = reply.body === '' ? null : isJson ? JSON.parse(reply.body) : reply.body
    return { status: reply.statusCode, body, headers: reply.headers }
  }
  const granted = async (endpoint: Endpoint, sent: Sent = {}): Promise<unknown> => {
    const { status, body } = await send(requestOf(endpoint, sent))
    if (status === 200) return body
    throw new Error(`${endpoint.method} ${endpoint.path}: ${status} ${JSON.stringify(body)}`)
  }
  return {
    ask: (question, sent) => granted(question, sent) as Promise<ReplyOf<typeof question>>,
    tell: (command, sent) => granted(command, sent) as Promise<ReplyOf<typeof command>>,
    refused: async (endpoint, sent = {}) => {
      const { status, body } = await send(requestOf(endpoint, sent))
      if (status !== 200) return { ...(body as Problem), status }
      throw new Error(`${endpoint.method} ${endpoint.path} was granted`)
    },
    send,
  }
}
