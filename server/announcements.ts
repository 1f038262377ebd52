/** What has happened, past tense, spoken only after the transaction that did it has ended. */
export type Announcement =
  | { kind: 'calls_were_ingested'; organizationId: number }
  | { kind: 'alias_was_matched'; organizationId: number }
  | { kind: 'case_mix_was_changed'; organizationId: number }

export type Announcements = {
  announce: (announcement: Announcement) => void
  listen: (hear: (announcement: Announcement) => void) => void
}

/** Speaks to everybody in this process, in the order of listening. */
export function openAnnouncements(): Announcements {
  const listeners: ((announcement: Announcement) => void)[] = []
  return {
    announce: (announcement) => {
      for (const hear of listeners) hear(announcement)
    },
    listen: (hear) => {
      listeners.push(hear)
    },
  }
}
