// Dates as the number of days since 0000-12-31 of the Gregorian calendar carried back, so that a Monday is 1, 8, 15, ...

import { Refused, shown } from "./refusing.mjs";

// By the year that begins in March, whose leap day is its last.
export function readDate(text, field) {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
  if (year) {
    const ordinal = ordinalOf(BigInt(year), BigInt(month), BigInt(day));
    if (ordinal > 0n && sayDate(ordinal) === text) return ordinal;
  }
  const expected = "a datetime.date or text such as 2026-01-05";
  throw new Refused("date.unreadable", `${shown(text)} is not a calendar date`, { field, expected });
}

function ordinalOf(year, month, day) {
  const from = month > 2n ? year : year - 1n;
  const months = (month + 9n) % 12n;
  return 365n * from + from / 4n - from / 100n + from / 400n + (153n * months + 2n) / 5n + day - 306n;
}

export function sayDate(ordinal) {
  let year = (ordinal * 400n) / 146097n;
  while (ordinalOf(year + 1n, 1n, 1n) <= ordinal) year += 1n;
  while (ordinalOf(year, 1n, 1n) > ordinal) year -= 1n;
  let month = 12n;
  while (ordinalOf(year, month, 1n) > ordinal) month -= 1n;
  const day = ordinal - ordinalOf(year, month, 1n) + 1n;
  const padded = (number, width) => number.toString().padStart(width, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

// Monday is 0.
export const weekday = (ordinal) => Number((ordinal - 1n) % 7n);
