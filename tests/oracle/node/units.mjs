// The kinds of measure: what each is called, and every spelling of its units with the exact factor to the first one.

import { decimal, div, mul, rational } from "./rational.mjs";

const MICRO = ["ug", "\u00b5g", "\u03bcg"];
const POUND = decimal("0.45359237");
const ONE = rational(1n);
const THOUSAND = rational(1000n);
const THOUSANDTH = rational(1n, 1000n);
const SIXTY = rational(60n);
const micro = (tail) => MICRO.map((each) => each + tail);

// name, factor, other spellings
function kind(noun, article, example, shown, ...rows) {
  const spelled = new Map();
  for (const [name, factor, ...others] of rows) for (const text of [name, ...others]) spelled.set(text, { name, factor });
  return { noun, article, example, spelled, canonical: rows[0][0], shown: spelled.get(shown) };
}

export const KINDS = new Map(
  [
    kind("weight", "a", "70 kg", "kg", ["kg", ONE], ["g", THOUSANDTH], ["lb", POUND, "lbs"],
      ["oz", div(POUND, rational(16n))], ["st", mul(POUND, rational(14n)), "stone"]),
    kind("height", "a", "165 cm", "cm", ["cm", ONE], ["m", rational(100n)], ["in", decimal("2.54")], ["ft", decimal("30.48")]),
    kind("age", "an", "42 years", "years", ["years", ONE, "year", "y"]),
    kind("amount", "an", "35 mg", "mg", ["mg", ONE], ["g", THOUSAND], ["mcg", THOUSANDTH, ...MICRO]),
    kind("amount per weight", "an", "0.5 mg/kg", "mg/kg", ["mg/kg", ONE], ["mcg/kg", THOUSANDTH, ...micro("/kg")]),
    kind("concentration", "a", "50 mg/mL", "mg/mL", ["mg/mL", ONE, "mg/ml"],
      ["mcg/mL", THOUSANDTH, "mcg/ml", ...micro("/mL"), ...micro("/ml")], ["g/L", ONE], ["mg/L", THOUSANDTH]),
    kind("volume", "a", "100 mL", "mL", ["mL", ONE, "ml"], ["L", THOUSAND]),
    kind("duration", "a", "40 min", "min", ["h", ONE, "hour", "hours"], ["min", rational(1n, 60n), "minute", "minutes"],
      ["s", rational(1n, 3600n)], ["d", rational(24n), "day", "days"]),
    kind("flow rate", "a", "150 mL/h", "mL/h", ["mL/h", ONE, "ml/h", "mL/hr", "ml/hr"], ["mL/min", SIXTY, "ml/min"],
      ["L/h", THOUSAND]),
    kind("amount rate", "an", "52.5 mg/h", "mg/h", ["mg/h", ONE, "mg/hr"], ["mg/min", SIXTY],
      ["mcg/h", THOUSANDTH, "mcg/hr", ...micro("/h")], ["mcg/min", decimal("0.06"), ...micro("/min")]),
    kind("amount rate per weight", "an", "0.75 mg/kg/h", "mg/kg/h", ["mg/kg/h", ONE, "mg/kg/hr"], ["mg/kg/min", SIXTY],
      ["mcg/kg/h", THOUSANDTH, "mcg/kg/hr", ...micro("/kg/h")], ["mcg/kg/min", decimal("0.06"), ...micro("/kg/min")]),
    kind("body mass index", "a", "24 kg/m2", "kg/m2", ["kg/m2", ONE]),
    kind("deviation", "a", "1 %", "%", ["%", ONE]),
  ].map((each) => [each.noun, each]),
);

// What this kind looks like: "a weight such as 70 kg (kg, g, lb, oz or st)".
export function form(kind) {
  const names = [...new Set([...kind.spelled.values()].map((unit) => unit.name))];
  return `${kind.article} ${kind.noun} such as ${kind.example} (${listed(names)})`;
}

// "kg, g or lb"
export const listed = (names) => [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" or ");
