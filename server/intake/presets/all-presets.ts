import { aircall } from './aircall.ts'
import { cxone } from './cxone.ts'
import { five9 } from './five9.ts'
import { type Preset } from './preset.ts'
import { talkdesk } from './talkdesk.ts'
import { threeCx } from './three-cx.ts'

/** Every preset there is. */
export const allPresets: readonly Preset[] = [aircall, threeCx, five9, talkdesk, cxone]
