// A person, and the weight that a dose is calculated on.

import { readDate } from "./dates.mjs";
import { AXIS_WORDS, CAUTION, NOTE, OURS, bound, finding, judge, past, sayBound } from "./findings.mjs";
import * as figures from "./limits.mjs";
import { add, decimal, div, less, more, mul, sub, ZERO } from "./rational.mjs";
import { measure, read, readOptional, say } from "./reading.mjs";
import { Refused, shown } from "./refusing.mjs";
import { KINDS } from "./units.mjs";
import { BASES, ORIGINS, SEXES, readWord } from "./words.mjs";

export function readPatient(given) {
  const optional = (name, reads) => (given[name] === undefined ? null : reads(given[name]));
  return {
    weight: readWeight(given.weight, "weight"),
    height: optional("height", readHeight),
    age: readOptional("age", given.age, "age"),
    sex: optional("sex", (word) => readWord(SEXES, word, "sex")),
    origin: optional("weight_origin", (word) => readWord(ORIGINS, word, "weight_origin")),
    weighedOn: optional("weighed_on", readDate),
    earlier: optional("previous_weight", (text) => readWeight(text, "previous_weight")),
  };
}

function readWeight(text, field) {
  const weight = read("weight", text, field);
  if (!less(weight.value, decimal(figures.LIGHTEST)) && less(weight.value, decimal(figures.HEAVIEST))) return weight;
  const expected = "from 10 kg to less than 1,000 kg";
  const fix = "Check the number and its unit";
  throw new Refused("patient.weight", `${shown(text)} is a weight that no adult has`, { field, expected, fix });
}

function readHeight(text) {
  const height = read("height", text, "height");
  if (!less(height.value, decimal(figures.SHORTEST)) && !more(height.value, decimal(figures.TALLEST))) return height;
  const how = { field: "height", expected: "50 to 300 cm", fix: "Check the unit" };
  throw new Refused("patient.height", `${shown(text)} is a height that no adult has`, how);
}

function bodyMassIndex(weight, height) {
  const metres = div(height.value, decimal("100"));
  return measure("body mass index", div(weight, mul(metres, metres)));
}

function idealWeight({ height, sex }) {
  const inchesOver60 = sub(div(height.value, decimal("2.54")), decimal("60"));
  return add(decimal(sex === "female" ? "45.5" : "50"), mul(decimal("2.3"), inchesOver60));
}

function leanWeight({ weight, height, sex }) {
  const [constant, slope] = sex === "female" ? ["8780", "244"] : ["6680", "216"];
  const below = add(decimal(constant), mul(decimal(slope), bodyMassIndex(weight.value, height).value));
  return div(mul(decimal("9270"), weight.value), below);
}

// The weight of this name for this person; refused where height or sex is missing or the formula gives nothing above zero.
function weightOf(patient, basis) {
  if (basis === "actual") return patient.weight;
  const missing = ["height", "sex"].filter((name) => patient[name] === null);
  if (missing.length) {
    const given = missing.map((name) => `${name}=...`).join(", ");
    const fix = `Give Patient(..., ${given}), or use the actual weight`;
    throw new Refused("basis.needs", `${basis} weight needs the patient's ${missing.join(" and ")}`, { field: "basis", fix });
  }
  if (basis === "lean") return measure("weight", leanWeight(patient));
  const ideal = idealWeight(patient);
  const adjusted = add(ideal, mul(decimal("0.4"), sub(patient.weight.value, ideal)));
  const value = basis === "ideal" ? ideal : adjusted;
  if (more(ideal, ZERO) && more(value, ZERO)) return measure("weight", value);
  const problem = `ideal weight has no figure above zero at a height of ${say(patient.height)}`;
  throw new Refused("basis.domain", problem, { field: "basis", fix: "Use the actual or the lean weight" });
}

export function readBasis({ basis = "actual", basis_at_most: atMost }) {
  const name = readWord(BASES, basis, "basis");
  const cap = atMost === undefined ? null : readWeight(atMost, "cap");
  return { name, cap, plain: name === "actual" && cap === null, text: `${name} weight${cap ? `, at most ${say(cap)}` : ""}` };
}

// The weight to dose on, and what must be known of it.
export function dosingWeight(patient, basis) {
  let weight = weightOf(patient, basis.name);
  const found = basis.name === "actual" ? [] : outside(patient, basis.name);
  if (basis.cap && less(basis.cap.value, weight.value)) {
    const words = `the dosing weight was capped: ${say(basis.cap)} instead of ${say(weight)}`;
    found.push(finding(CAUTION, "weight.capped", words));
    weight = basis.cap;
  }
  if (basis.name !== "actual") {
    const words = `the dose is on ${basis.name} weight, ${say(weight)}, not on ${say(patient.weight)}`;
    found.push(finding(NOTE, "basis.used", words));
  }
  if (more(weight.value, patient.weight.value)) {
    const both = `${say(weight)}, is more than the actual weight, ${say(patient.weight)}`;
    found.push(finding(CAUTION, "basis.above_actual", `${basis.name} weight, ${both}: the dose is larger for it`));
  }
  return { weight, found };
}

function outside(patient, basis) {
  const known = { age: patient.age, weight: patient.weight, height: patient.height };
  known.body_mass_index = bodyMassIndex(patient.weight.value, patient.height);
  const found = [];
  for (const limit of basis === "lean" ? figures.LEAN_DOMAIN : figures.IDEAL_DOMAIN) {
    const figure = known[limit.axis];
    const broken = figure && past(limit, figure.value);
    if (!broken) continue;
    const side = broken.side === "high" ? "above" : "below";
    const where = `${AXIS_WORDS[limit.axis]} ${say(figure)} is ${side} ${sayBound(broken.edge)}`;
    found.push(finding(CAUTION, "basis.outside", `${basis} weight is used outside the people it was made for: ${where}`));
  }
  return found;
}

// What must be said of a person before any dose.
export function aboutPatient(patient, limits) {
  const judged = (axis, figure) =>
    limits.filter((each) => each.axis === axis).flatMap((each) => judge(each, figure.value, AXIS_WORDS[axis]));
  const found = [...judged("weight", patient.weight), ...unitMistaken(patient)];
  found.push(...(patient.age ? judged("age", patient.age) : [finding(NOTE, "age.unknown")]));
  if (!metric(patient.weight)) {
    const words = `the weight was converted: ${patient.weight.written} = ${say(patient.weight)}`;
    found.push(finding(NOTE, "weight.converted", words));
  }
  if (["stated", "estimated"].includes(patient.origin)) found.push(finding(NOTE, "weight.not_measured"));
  return found;
}

const metric = (weight) => /g$/.test(weight.written);

// Kilograms that look like pounds or the other way round, or a factor of about 2.2 to an earlier weight.
function unitMistaken({ weight, height, earlier }) {
  if (!height && !earlier) return metric(weight) ? [finding(NOTE, "weight.pounds_unchecked")] : [];
  const suspected = [];
  if (height && /(kg|lbs?)$/.test(weight.written)) {
    const inPounds = /lbs?$/.test(weight.written);
    const pound = KINDS.get("weight").spelled.get("lb").factor;
    const index = bodyMassIndex(weight.value, height);
    const other = bodyMassIndex(inPounds ? div(weight.value, pound) : mul(weight.value, pound), height);
    const [low, high] = figures.POUNDS_PLAUSIBLE.map((text) => bound("body_mass_index", text).value);
    const odd = inPounds ? less(index.value, low) : !less(index.value, decimal(figures.POUNDS_SUSPECTED_FROM));
    if (odd && !less(other.value, low) && !more(other.value, high)) {
      const unit = inPounds ? "kilograms" : "pounds";
      suspected.push(`the body mass index is ${say(index)}; read as ${unit} the same number gives ${say(other)}`);
    }
  }
  if (earlier) {
    const [low, high] = figures.POUNDS_FACTOR.map(decimal);
    const ratio = div(weight.value, earlier.value);
    const factor = less(ratio, decimal("1")) ? div(decimal("1"), ratio) : ratio;
    if (!less(factor, low) && !more(factor, high)) suspected.push(`the earlier weight was ${say(earlier)}, now ${say(weight)}`);
  }
  const words = (why) => `pounds and kilograms may have been mistaken: ${why} ${OURS}`;
  return suspected.map((why) => finding(CAUTION, "weight.pounds", words(why)));
}

// From a body mass index of 30 on: the dose on each weight, none of them chosen.
export function onEachBasis(patient, level) {
  if (!patient.height) return [];
  const index = bodyMassIndex(patient.weight.value, patient.height);
  if (less(index.value, decimal(figures.SHOWN_ON_EACH_BASIS_FROM)) || level.kind.noun !== "amount per weight") return [];
  const told = (patient.sex ? BASES : ["actual"]).map((basis) => {
    try {
      const weight = weightOf(patient, basis);
      return `${basis} ${say(measure("amount", mul(level.value, weight.value)))} on ${say(weight)}`;
    } catch (error) {
      if (error instanceof Refused) return `${basis} weight has no figure at this height`;
      throw error;
    }
  });
  const rest = patient.sex ? "" : "; the other bases need the patient's sex";
  return [finding(NOTE, "basis.obesity", `body mass index ${say(index)}: ${told.join("; ")}${rest} ${OURS}`)];
}
