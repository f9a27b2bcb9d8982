// One recorded rounding at a device, never past a hard limit that the figure itself respects.

import { CAUTION, NOTE, OURS, finding } from "./findings.mjs";
import { COARSE_PERCENT } from "./limits.mjs";
import { percent } from "./printing.mjs";
import { abs, decimal, div, floor, less, more, mul, rational, sub } from "./rational.mjs";
import { measure, say, sayInFull } from "./reading.mjs";
import { Refused } from "./refusing.mjs";

// How many steps the value has: half-up is floor(value / step + 1/2).
export function steps(value, step, mode) {
  const ratio = div(value, step);
  if (mode === "down") return floor(ratio);
  if (mode === "up") return -floor(rational(-ratio.n, ratio.d));
  return floor(rational(2n * ratio.n + ratio.d, 2n * ratio.d));
}

// `device`: { name, label, step }; `low` and `high`: { value, why } or null, each respected by the figure.
export function atStep(figure, device, mode, { low = null, high = null }) {
  const { value } = figure;
  const step = device.step.value;
  const at = (way) => mul(rational(steps(value, step, way)), step);
  const would = at(mode);
  const [edge, way] =
    high && more(would, high.value) ? [high, "down"] : low && less(would, low.value) ? [low, "up"] : [null, mode];
  const rounded = at(way);
  if (rounded.n === 0n) throw nothing(figure, device);
  if (edge && ((high && more(rounded, high.value)) || (low && less(rounded, low.value)))) throw between(figure, device);
  const result = measure(figure.kind.noun, rounded);
  const found = coarse(figure, result, device);
  if (edge) {
    const passed = `${mode} would give ${sayInFull(measure(figure.kind.noun, would))}, past ${edge.why}`;
    found.push(finding(NOTE, "rounding.held_down", `${device.label}: ${passed}; rounded to ${sayInFull(result)} instead`));
  }
  return { result, found };
}

function coarse(figure, rounded, device) {
  const moved = div(mul(decimal("100"), sub(rounded.value, figure.value)), figure.value);
  if (!more(abs(moved), decimal(COARSE_PERCENT))) return [];
  const words = `${device.label}: the ${device.name}'s step of ${say(device.step)} moves ${say(figure)} by ${percent(moved)}`;
  return [finding(CAUTION, "rounding.coarse", `${words} ${OURS}`)];
}

function nothing(figure, device) {
  const pump = device.name === "pump";
  const fix = pump ? "Use a finer step" : "Use a finer graduation or a weaker product";
  const problem = `${say(figure)} is less than the ${device.name}'s step of ${say(device.step)} can give`;
  return new Refused(pump ? "rate.too_slow" : "draw.too_small", problem, { field: device.label, fix });
}

function between(figure, device) {
  const problem = `no multiple of ${say(device.step)} near ${say(figure)} lies within the hard limits`;
  return new Refused("rounding.none", problem, { field: device.label, fix: "Use a device with a finer step" });
}

// The tightest of the hard upper limits that the figure respects: { value, why }, the first of several that are equal.
export function tightest(limits, factors, figure) {
  let found = null;
  for (const { axis, words, hardHigh, said } of limits) {
    if (!(axis in factors) || !hardHigh) continue;
    const value = mul(hardHigh, factors[axis]);
    if (less(value, figure)) continue;
    if (!found || less(value, found.value)) found = { value, why: `the hard limit of ${said} on the ${words}` };
  }
  return found;
}

export const tighter = (edge, other) => (!edge || (other && less(other.value, edge.value)) ? other : edge);
