/**
 * Chance that is the same at every run: a number of a row and a salt hashed to [0, 1). Written as
 * SQL, so that millions of rows draw it where they lie.
 */
export const chanceFunction = `
  create or replace function bench_u(n bigint, salt bigint) returns float8
  language sql immutable parallel safe as $$
    select (hashint8extended(n, salt) & 4503599627370495)::float8 / 4503599627370496
  $$`

/** Another draw for each salt, from the number in a column. */
export const draw = (column: string, salt: number): string => `bench_u(${column}, ${salt})`

/** A draw from the standard normal distribution (Box and Muller); takes two salts. */
export const drawNormal = (column: string, salt: number): string =>
  `sqrt(-2 * ln(1 - ${draw(column, salt)})) * cos(2 * pi() * ${draw(column, salt + 1)})`
