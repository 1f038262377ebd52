/** PostgreSQL can't run here; the message says why and what to do, in a sentence or two. */
export class CannotRun extends Error {}
