// Numbers that are safe to print on an order: a zero before the point, none at the end, a comma from 1,000, no exponent;
// more than four significant figures are shortened, half-up, and the text says so.

import { abs, equal, floor, less, mul, rational } from "./rational.mjs";

const FIGURES = 4;
const EVERY_FIGURE = 60;
const LONGEST_EXACT = 24;

// The exact number: a decimal where one ends, else numerator/denominator.
export function exactText(value) {
  const places = decimalPlaces(value.d);
  if (places === null) return `${value.n}/${value.d}`;
  const size = value.n < 0n ? -value.n : value.n;
  const digits = ((size * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, "0");
  const sign = value.n < 0n ? "-" : "";
  return places ? `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}` : `${sign}${digits}`;
}

function decimalPlaces(denominator) {
  let places = 0;
  let left = denominator;
  for (; left % 10n === 0n; left /= 10n) places += 1;
  for (const prime of [2n, 5n]) for (; left % prime === 0n; left /= prime) places += 1;
  return left === 1n ? places : null;
}

// "12,345.6" of 12345.6; only for numbers whose decimal ends.
function grouped(value) {
  const [whole, places] = exactText(abs(value)).split(".");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value.n < 0n ? "-" : ""}${commas}${places ? `.${places}` : ""}`;
}

function halfUp(size, places) {
  const scale = 10n ** BigInt(places);
  return rational(floor(rational(2n * size.n * scale + size.d, 2n * size.d)), scale);
}

// So many significant figures, but never fewer digits than stand before the point.
export function shortened(value, figures = FIGURES) {
  if (value.n === 0n) return value;
  const size = abs(value);
  let places = figures - (size.n / size.d).toString().length;
  if (size.n < size.d) {
    places = figures;
    while (less(mul(size, rational(10n ** BigInt(places - figures + 1))), rational(1n))) places += 1;
  }
  const short = halfUp(size, Math.max(places, 0));
  return value.n < 0n ? rational(-short.n, short.d) : short;
}

// The value with its unit, saying so where it was shortened: "34.93 mg (exact 34.92661249 mg)", "0.3333 mg (rounded)".
export function printed(value, unit, figures = FIGURES) {
  const short = shortened(value, figures);
  const text = `${grouped(short)} ${unit}`;
  if (equal(short, value)) return text;
  const exact = exactText(value);
  const long = exact.includes("/") || exact.length > LONGEST_EXACT;
  return long ? `${text} (rounded)` : `${text} (exact ${grouped(value)} ${unit})`;
}

// Every digit, as a device is set to it; shortened only where no decimal ends.
export const inFull = (value, unit) => printed(value, unit, decimalPlaces(value.d) === null ? FIGURES : EVERY_FIGURE);

// A figure beside a bound, with enough digits to tell them apart.
export function besideBound(figure, bound, unit) {
  let figures = FIGURES;
  const apart = () => equal(figure, bound) || !equal(shortened(figure, figures), bound);
  while (figures < EVERY_FIGURE && !(equal(shortened(bound, figures), bound) && apart())) figures += 1;
  return `${grouped(shortened(figure, figures))} ${unit}`;
}

// A signed percentage to two decimals: "+0.21 %", "0 %", "-(less than 0.01 %)".
export function percent(value) {
  const sign = value.n === 0n ? "" : value.n > 0n ? "+" : "-";
  const size = abs(value);
  if (value.n !== 0n && less(size, rational(1n, 100n))) return `${sign}(less than 0.01 %)`;
  return `${sign}${grouped(halfUp(size, 2))} %`;
}
