import { teamWords } from './team-words.ts'

/** The parts of the page, in their order. */
export const teamPlaces = {
  places: { title: teamWords.placeTitle, lead: teamWords.placeLead },
  reps: { title: teamWords.repsTitle, lead: teamWords.repsLead },
  funnel: { title: teamWords.funnelTitle, lead: teamWords.funnelLead },
  recognize: { title: teamWords.recognizeTitle, lead: teamWords.recognizeLead },
  talk: { title: teamWords.talkTitle, lead: teamWords.talkLead },
  weeks: { title: teamWords.trendTitle, lead: teamWords.trendLead },
  known: { title: teamWords.knownTitle, lead: teamWords.knownLead },
  cost: { title: teamWords.costTitle, lead: teamWords.costLead },
} as const
export type TeamPlaceId = keyof typeof teamPlaces
