// What must be known of a result: severity, code and, where there are figures, words. A STOP refuses unless overridden.

import { besideBound } from "./printing.mjs";
import { decimal, div, less, more } from "./rational.mjs";
import { measure, say } from "./reading.mjs";
import { Stopped } from "./refusing.mjs";
import { KINDS } from "./units.mjs";

export const OURS = "(a judgement of this project, not a published limit)";

export const NOTE = "NOTE";
export const CAUTION = "CAUTION";
export const STOP = "STOP";

// `final`: no override lets it pass.
export const finding = (severity, code, words = "", final = false) => ({ severity, code, words, final, overridden: false });

// What is measured along each axis; an axis without a kind counts.
const AXES = {
  age: "age",
  weight: "weight",
  height: "height",
  body_mass_index: "body mass index",
  amount: "amount",
  per_weight: "amount per weight",
  amount_rate: "amount rate",
  per_weight_rate: "amount rate per weight",
  duration: "duration",
  window: "amount per weight",
};

// What an axis is called in words.
export const AXIS_WORDS = {
  age: "age",
  weight: "body weight",
  height: "height",
  body_mass_index: "body mass index",
  amount: "dose",
  per_weight: "dose per body weight",
  amount_rate: "rate",
  per_weight_rate: "rate per body weight",
  duration: "duration",
};

// A bound as a measure of its axis: durations are typed in minutes and kept in hours.
export function bound(axis, text) {
  const noun = AXES[axis];
  if (!noun) return { value: decimal(text) };
  return measure(noun, noun === "duration" ? div(decimal(text), decimal("60")) : decimal(text));
}

// Which bound a figure is past, the hard ones first; null where it is inside. Exactly at a bound is inside.
export function past(limit, value) {
  const sides = [
    [STOP, "high", limit.hardHigh],
    [STOP, "low", limit.hardLow],
    [CAUTION, "high", limit.softHigh],
    [CAUTION, "low", limit.softLow],
  ];
  for (const [severity, side, text] of sides) {
    if (text === undefined) continue;
    const edge = bound(limit.axis, text);
    if (side === "high" ? more(value, edge.value) : less(value, edge.value)) return { severity, side, edge };
  }
  return null;
}

// The finding of a figure against a limit, or none.
export function judge(limit, value, what) {
  const broken = past(limit, value);
  if (!broken) return [];
  const { severity, side, edge } = broken;
  const words = `${what} ${figure(limit.axis, value, edge)} is ${side === "high" ? "above" : "below"} ${sayBound(edge)}`;
  return [finding(severity, `${limit.axis}.${side}`, words, Boolean(limit.wall))];
}

function figure(axis, value, edge) {
  const unit = KINDS.get(AXES[axis])?.shown;
  return unit ? besideBound(div(value, unit.factor), div(edge.value, unit.factor), unit.name) : value.n.toString();
}

export const sayBound = (edge) => (edge.kind ? say(edge) : edge.value.n.toString());

// Whether a limit is for people of this weight and a dose over this time; null is a dose at once.
export function binds(limit, weight, over) {
  const { upToKilograms, lastingTo, lastingOver } = limit;
  if (upToKilograms && more(weight, decimal(upToKilograms))) return false;
  if (lastingTo && over !== null && more(over, bound("duration", lastingTo).value)) return false;
  return !lastingOver || (over !== null && more(over, bound("duration", lastingOver).value));
}

// The findings with their overrides; a STOP that none lets pass refuses the whole.
export function settle(findings, overrides = []) {
  const named = (code) => overrides === "all" || overrides.includes(code);
  const settled = findings.map((each) =>
    each.severity === STOP && !each.final && named(each.code) ? { ...each, overridden: true } : each,
  );
  if (settled.some((each) => each.severity === STOP && !each.overridden)) throw new Stopped(lines(settled));
  return settled;
}

// The findings in the order of their text, each once.
export function lines(findings) {
  const line = ({ severity, code, words, overridden }) =>
    `${severity} ${code}${overridden ? " (overridden)" : ""}${words ? `: ${words}` : ""}`;
  return [...new Set(findings.map(line))].sort();
}
