/** SIP/301 of the channel SIP/301-0000001a: the phone, or the line to another system. */
export const deviceOf = (channel: string): string => channel.replace(/-[0-9a-f]+$/i, '')

/** A Local channel joins two parts of a dialplan; nobody talks into it. */
export const isLocal = (channel: string): boolean => channel.startsWith('Local/')
