/** An order that can't be carried out; the message says why and what to do. */
export class BadOrder extends Error {}
