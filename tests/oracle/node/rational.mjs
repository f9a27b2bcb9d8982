// Exact numbers: a BigInt over a BigInt above zero, in lowest terms. Nothing here ever becomes a Number.

export function rational(n, d = 1n) {
  if (d === 0n) throw new RangeError("nothing is divided by zero");
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d < 0n ? -d : d) || 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

function gcd(a, b) {
  while (b) [a, b] = [b, a % b];
  return a;
}

// A decimal as it is written: "0.45359237".
export function decimal(text) {
  const [whole, places = ""] = text.split(".");
  return rational(BigInt(whole + places), 10n ** BigInt(places.length));
}

export const ZERO = rational(0n);
export const add = (a, b) => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const sub = (a, b) => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const mul = (a, b) => rational(a.n * b.n, a.d * b.d);
export const div = (a, b) => rational(a.n * b.d, a.d * b.n);
export const abs = (a) => (a.n < 0n ? rational(-a.n, a.d) : a);
export const equal = (a, b) => a.n === b.n && a.d === b.d;
export const less = (a, b) => a.n * b.d < b.n * a.d;
export const more = (a, b) => less(b, a);

// The largest whole number that is not above it.
export function floor(a) {
  const whole = a.n / a.d;
  return a.n < 0n && whole * a.d !== a.n ? whole - 1n : whole;
}

// Of several the first that none is below.
export const least = (several) => several.reduce((best, each) => (less(each, best) ? each : best));
