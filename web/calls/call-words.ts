import { type CallPage } from '../../shared/calls/call-page.ts'
import {
  type Direction,
  type Ending,
  type EvidenceWord,
  type OutcomeSource,
  type WindowStatus,
} from '../../shared/calls/words.ts'
import { type SegmentKind } from './leg-segments.ts'

/** The closed words of a call's page as people say them. */
export const segmentNames: Readonly<Record<SegmentKind, string>> = {
  menu: 'menu',
  waiting: 'waiting',
  ringing: 'ringing',
  talk: 'talk',
  talk_with_hold: 'talk and hold',
  hold: 'hold',
  wrap: 'after-call work',
}

export const directionNames: Readonly<Record<Direction, string>> = {
  inbound: 'Inbound',
  outbound: 'Outbound',
  internal: 'Internal',
}

export const endingNames: Readonly<Record<Ending, string>> = {
  completed: 'completed',
  blind_transfer: 'handed on without talking to the colleague first',
  attended_transfer: 'handed on after talking to the colleague',
  conference: 'stayed in a conference',
  lost: 'cut off by the line',
}

export const enderNames: Readonly<Record<CallPage['legs'][number]['endedBy'], string | null>> = {
  customer: 'the customer hung up first',
  rep: 'the rep hung up first',
  system: 'ended by the system',
  unknown: null,
}

export const offerNames: Readonly<Record<CallPage['offers'][number]['result'], string>> = {
  no_answer: 'no answer',
  rejected: 'declined',
  busy: 'busy',
  caller_left: 'the caller left first',
  unknown: 'not taken',
}

export const windowNames: Readonly<Record<WindowStatus, string>> = {
  resolved: 'the customer did not call again',
  not_resolved: 'the customer called again',
  open: 'outcome not known yet',
  unlinkable: 'not linkable',
}

/** Where an outcome comes from, strongest first. */
export const sourceNames: Readonly<Record<OutcomeSource, string>> = {
  supervisor: 'A supervisor checked it',
  repeat_contact: 'The customer called again',
  survey: 'The customer was asked',
  no_repeat: 'The window closed without another call',
  rep: 'The rep marked it',
  none: 'Nothing is known yet',
}

export const evidenceNames: Readonly<Record<CallPage['evidence'][number]['source'], string>> = {
  supervisor: 'Supervisor',
  survey: 'Survey of the customer',
  rep: 'Rep',
}

export const evidenceWordNames: Readonly<Record<EvidenceWord, string>> = {
  resolved: 'resolved',
  not_resolved: 'not resolved',
  not_sure: 'not sure',
}
