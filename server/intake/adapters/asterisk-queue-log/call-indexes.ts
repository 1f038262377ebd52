import { type QueueCall, type QueueLeg } from './queue-call.ts'

/** Of one rep so many calls are looked at, the latest; nobody talks in more of them. */
const callsPerRepLimit = 20

/** Calls by what their lines may name instead of them. They follow from the calls alone. */
export function openIndexes() {
  /** Consultations by their uniqueid, and the call each belongs to. */
  const consulted = new Map<string, string>()
  const [talking, served, calledBy] = [callIndex(), callIndex(), callIndex()]

  const openLeg = (call: QueueCall, leg: QueueLeg): void => {
    leg.isOpen = true
    talking.add(leg.rep, call.callid)
  }
  const closeLeg = (call: QueueCall, leg: QueueLeg): void => {
    leg.isOpen = false
    served.add(leg.rep, call.callid)
    const talksOn = call.legs.some((other) => other.isOpen && other.rep === leg.rep)
    if (!talksOn) talking.drop(leg.rep, call.callid)
  }
  const noteCaller = (call: QueueCall): void => {
    if (call.calledByRep !== null) calledBy.add(call.calledByRep, call.callid)
  }
  return {
    ...{ openLeg, closeLeg, noteCaller },
    ...{ talking: talking.of, served: served.of, calledBy: calledBy.of },
    /** The call that lines under this uniqueid tell of. */
    callOf: (callid: string): string => consulted.get(callid) ?? callid,
    /** From here on lines under a consultation's uniqueid tell of the call it belongs to. */
    addConsultation: (call: QueueCall, callid: string): void => {
      call.consultations.push(callid)
      consulted.set(callid, call.callid)
    },
    enter: (call: QueueCall): void => {
      for (const callid of call.consultations) consulted.set(callid, call.callid)
      for (const leg of call.legs) {
        if (leg.isOpen) openLeg(call, leg)
        else served.add(leg.rep, call.callid)
      }
      noteCaller(call)
    },
    drop: (call: QueueCall): void => {
      for (const { rep } of call.legs) {
        talking.drop(rep, call.callid)
        served.drop(rep, call.callid)
      }
      for (const callid of call.consultations) consulted.delete(callid)
      if (call.calledByRep !== null) calledBy.drop(call.calledByRep, call.callid)
    },
  }
}

const none: ReadonlySet<string> = new Set()

/** Calls by a word of theirs, such as the rep who talks in them. */
function callIndex() {
  const callids = new Map<string, Set<string>>()
  return {
    of: (word: string): ReadonlySet<string> => callids.get(word) ?? none,
    add: (word: string, callid: string): void => {
      const found = callids.get(word) ?? new Set()
      found.delete(callid)
      callids.set(word, found.add(callid))
      const [oldest] = found
      if (found.size > callsPerRepLimit && oldest !== undefined) found.delete(oldest)
    },
    drop: (word: string, callid: string): void => {
      const found = callids.get(word)
      found?.delete(callid)
      if (found?.size === 0) callids.delete(word)
    },
  }
}
