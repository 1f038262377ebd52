/** Reps one answer names at most; a center with more asks team by team. */
export const repsPerAnswerLimit = 1_000
/** Queues, issues or teams one answer names at most: those with most legs. */
export const groupsPerAnswerLimit = 200
/** Statements of detectors one answer makes at most. */
export const statementsPerAnswerLimit = 1_600
/** Weeks a trend goes back. */
export const trendWeeksLimit = 26
/** As METHOD 2.2 holds times within four hours, a target beyond them means nothing. */
export const targetSecondsLimit = 14_400
