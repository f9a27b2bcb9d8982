// The one grammar of text: number, at most one space, unit. Anything else is refused, never repaired.

import { add, decimal, div, mul, rational } from "./rational.mjs";
import { exactText, inFull, percent, printed } from "./printing.mjs";
import { Refused, shown } from "./refusing.mjs";
import { KINDS, form } from "./units.mjs";

const LONGEST = 40;
const NUMBER = "(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
const MEASURE = new RegExp(`^(${NUMBER}) ?([^0-9. ].*)$`, "u");
const FEET = /^([1-9]) ft ((?:0|[1-9]|1[01])(?:\.[0-9]+)?) in$/;

// A measure: its kind, its exact value in the kind's first unit, and the text it came from.
export function read(noun, text, field) {
  const kind = KINDS.get(noun);
  const value = [...text].length <= LONGEST ? valueOf(kind, text) : null;
  if (value === null || value.n === 0n) throw refusal(kind, text, field);
  return { kind, value, written: text };
}

function valueOf(kind, text) {
  const feet = kind.noun === "height" && FEET.exec(text);
  if (feet) return mul(add(rational(12n * BigInt(feet[1])), decimal(feet[2])), decimal("2.54"));
  const [, number, name] = MEASURE.exec(text) ?? [];
  const unit = kind.spelled.get(name);
  return unit ? mul(decimal(number), unit.factor) : null;
}

export const measure = (noun, value) => ({ kind: KINDS.get(noun), value, written: null });

// The value in a unit of its kind.
const inUnit = ({ value }, unit) => div(value, unit.factor);

export function say(it) {
  if (it.kind.noun === "deviation") return percent(it.value);
  return printed(inUnit(it, it.kind.shown), it.kind.shown.name);
}

export const sayInFull = (it) => inFull(inUnit(it, it.kind.shown), it.kind.shown.name);
export const sayExactly = (it) => `${exactText(it.value)} ${it.kind.canonical}`;

export function sayIn(it, name) {
  const unit = it.kind.spelled.get(name);
  if (unit) return printed(inUnit(it, unit), unit.name);
  const problem = `${shown(name)} is not a unit of ${it.kind.article} ${it.kind.noun}`;
  const names = new Set([...it.kind.spelled.values()].map((each) => each.name));
  throw new Refused("measure.unit", problem, { field: "unit", expected: [...names].join(" or ") });
}

function refusal(kind, text, field) {
  const [code, problem, fix] = diagnosis(kind, text);
  return new Refused(code, problem, { field, expected: form(kind), fix });
}

// Which rule the text breaks, the first in this order, and what to write instead.
function diagnosis(kind, text) {
  const length = [...text].length;
  const quoted = shown(text);
  if (length > LONGEST) return ["measure.length", `${quoted} has ${length} characters, more than ${LONGEST}`, ""];
  if (text.includes(",")) {
    const [, whole, decimals, unit] = /^([0-9]{1,3}),([0-9]{1,6})( ?[^0-9 ,.]+)$/u.exec(text) ?? [];
    const meant = decimals && decimals.length !== 3 ? instead(kind, `${whole}.${decimals}`, unit) : "";
    return ["measure.comma", `${quoted} has a comma`, meant || "Write the number without a comma"];
  }
  if (new RegExp(`^${NUMBER}$`).test(text)) {
    return ["measure.bare_number", `${quoted} is a bare number`, "Write the unit with it"];
  }
  const pointed = /^\.([0-9]{1,6})( ?[^0-9 ,.]+)$/u.exec(text);
  if (pointed) return ["measure.text", `${quoted} starts with a point`, instead(kind, `0.${pointed[1]}`, pointed[2])];
  const zeroed = /^0+([1-9][0-9]{0,2}(?:\.[0-9]{1,6})?)( ?[^0-9 ,.]+)$/u.exec(text);
  if (zeroed) return ["measure.text", `${quoted} starts with a zero`, instead(kind, zeroed[1], zeroed[2])];
  return aboutUnit(kind, text, quoted);
}

// "Write 0.5 mg if that is meant", where that could be read.
function instead(kind, number, unit) {
  const name = kind.spelled.get(unit.trim())?.name;
  const short = number.includes(".") ? number.replace(/\.?0+$/, "") : number;
  const readable = name && /^(0\.[0-9]*[1-9]|[1-9])/.test(short);
  return readable ? `Write ${short} ${name} if that is meant` : "";
}

function aboutUnit(kind, text, quoted) {
  const number = new RegExp(`^${NUMBER}`).exec(text)?.[0];
  const how = "Write digits, a space and the unit";
  if (number === undefined) return ["measure.text", `${quoted} does not start with a plain number`, how];
  const name = text.slice(number.length).replace(/^ /, "");
  if (kind.spelled.has(name) && /^0(\.0+)?$/.test(number)) {
    return ["measure.not_positive", `${quoted} is zero`, "Give more than zero"];
  }
  if (!/^[\p{L}%]/u.test(name)) return ["measure.text", `${quoted} is not one number and one unit`, how];
  const meant = unitMeant(kind, name);
  const problem = `${quoted} has the unit ${shown(name)}, not a unit of ${kind.noun}`;
  return ["measure.unit", problem, meant ? `Write ${meant} if that is meant` : ""];
}

const ALIKE = new Map(
  Object.entries({ cc: "mL", kgs: "kg", hr: "h", hrs: "h", hours: "h", mins: "min", pounds: "lb", mgs: "mg" }),
);

function unitMeant(kind, name) {
  const alike = ALIKE.get(name.toLowerCase());
  if (kind.spelled.has(alike)) return alike;
  const folded = [...kind.spelled.keys()].find((text) => text.toLowerCase() === name.toLowerCase());
  return kind.spelled.get(folded)?.name ?? "";
}

// An amount per weight or an amount: the unit tells which.
export function readDose(text, field) {
  const unit = text.replace(/^[0-9. ]+/, "");
  const noun = KINDS.get("amount").spelled.has(unit) ? "amount" : "amount per weight";
  try {
    return read(noun, text, field);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [code, problem, fix] = diagnosis(KINDS.get(noun), text);
    const expected = "a dose such as 0.5 mg/kg (mg/kg or mcg/kg) or 56 mg (mg, g or mcg)";
    throw new Refused(code, problem, { field, expected, fix });
  }
}

export const readOptional = (noun, text, field) => (text === undefined ? null : read(noun, text, field));
