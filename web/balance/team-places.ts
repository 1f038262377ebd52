import { teamWords } from './team-words.ts'

/** The parts of the page, in their order. */
export const teamPlaces = {
  places: {
    title: teamWords.placeTitle,
    lead: teamWords.placeLead,
    anchor: 'outcome-beside-time',
  },
  reps: { title: teamWords.repsTitle, lead: teamWords.repsLead, anchor: 'standing' },
  funnel: { title: teamWords.funnelTitle, lead: teamWords.funnelLead, anchor: 'the-funnel' },
  recognize: {
    title: teamWords.recognizeTitle,
    lead: teamWords.recognizeLead,
    anchor: 'recognition',
  },
  talk: { title: teamWords.talkTitle, lead: teamWords.talkLead, anchor: 'coaching-list' },
  weeks: { title: teamWords.trendTitle, lead: teamWords.trendLead, anchor: 'trend' },
  known: { title: teamWords.knownTitle, lead: teamWords.knownLead, anchor: 'outcomes-in-time' },
  cost: {
    title: teamWords.costTitle,
    lead: teamWords.costLead,
    anchor: 'handle-time-per-resolution',
  },
} as const
export type TeamPlaceId = keyof typeof teamPlaces
