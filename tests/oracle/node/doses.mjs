// The dose of one session: level times weight, or a fixed amount, capped where the regimen says so, against every limit.

import * as findings from "./findings.mjs";
import { CAUTION, STOP, finding, judge, settle } from "./findings.mjs";
import { allowedDoses, limitsOf } from "./limits.mjs";
import { aboutPatient, dosingWeight, onEachBasis, readBasis, readPatient } from "./people.mjs";
import { decimal, div, equal, less, more, mul } from "./rational.mjs";
import { measure, readDose, readOptional, say, sayIn } from "./reading.mjs";
import { Refused } from "./refusing.mjs";
import { AREAS, DRUGS, ROUTES, place, readWord } from "./words.mjs";

const LABEL = "own regimen: SOP 12 (site, unpublished)";

export function readRegimen(given) {
  const drug = readWord(DRUGS, given.drug, "drug");
  const route = readWord(ROUTES, given.route, "route");
  const doses = [given.dose].flat().map((text) => readDose(text, "dose"));
  const over = readOptional("duration", given.over, "over");
  const atMost = readOptional("amount", given.at_most, "at_most");
  const area = readWord(AREAS, given.area ?? "psychiatric clinic", "area");
  if (over && route !== "intravenous") {
    const fix = "Leave out over=, or give the drug intravenously";
    throw new Refused("regimen.duration", `${route} doses have no duration`, { field: "over", fix });
  }
  if (given.between && doses.length !== 2) {
    throw new Refused("regimen.dose", "between= is for the two ends of a range of doses", { field: "between" });
  }
  return { drug, route, doses, between: Boolean(given.between), over, atMost, area };
}

function chooseLevel({ doses, between }, text) {
  if (text === undefined && doses.length === 1) return doses[0];
  const expected = doses.map((each) => each.written).join(between ? " to " : " or ");
  if (text === undefined) {
    const fix = `Choose one: level="${doses[0].written}"`;
    throw new Refused("tier.needed", `${LABEL} leaves the dose open`, { field: "level", expected, fix });
  }
  const wanted = readDose(text, "level");
  const alike = doses.filter((each) => each.kind === wanted.kind);
  const same = alike.find((each) => equal(each.value, wanted.value));
  if (same) return same;
  const [low, high] = alike;
  if (between && low && !less(wanted.value, low.value) && !more(wanted.value, high.value)) return wanted;
  const fix = "Write a kd.Regimen of your own for another dose";
  throw new Refused("tier.unknown", `${say(wanted)} is not a dose of ${LABEL}`, { field: "level", expected, fix });
}

// The figures of a dose on each axis, in the order in which the axes are looked at.
function axes(amount, weight, over) {
  const figures = { amount, per_weight: div(amount, weight) };
  if (over === null) return figures;
  const hourly = div(amount, over);
  return { ...figures, amount_rate: hourly, per_weight_rate: div(hourly, weight), duration: over };
}

// What the limits of a care area find in an order.
function againstLimits(area, { drug, route, over }, amount, weight) {
  const limits = limitsOf(area, drug, route);
  const time = over ? over.value : null;
  const mine = (axis) => limits.filter((each) => each.axis === axis && findings.binds(each, weight, time));
  const found = [];
  if (!over) {
    for (const { hardLow } of mine("duration").filter((each) => each.hardLow)) {
      const words = `a bolus is faster than ${say(findings.bound("duration", hardLow))}`;
      found.push(finding(STOP, "duration.low", words));
    }
  }
  for (const [axis, value] of Object.entries(axes(amount, weight, time))) {
    for (const limit of mine(axis)) found.push(...judge(limit, value, `ordered ${findings.AXIS_WORDS[axis]}`));
  }
  const allowed = allowedDoses(area, drug, route);
  if (!allowed && !bounded(limits)) found.push(finding(STOP, "dose.no_limits"));
  if (allowed && !allowed.some((text) => equal(decimal(text), amount))) {
    const choices = allowed.map((text) => say(findings.bound("amount", text))).join(", ");
    const words = `${say(measure("amount", amount))} is not a dose of the product's instructions: ${choices}`;
    found.push(finding(STOP, "dose.not_allowed", words, true));
  }
  return found;
}

// Whether more than an outer wall bounds the dose: itself, or its rate where no bolus and no endless infusion is allowed.
function bounded(limits) {
  const caps = (...names) =>
    limits.some((each) => names.includes(each.axis) && !each.wall && (each.softHigh || each.hardHigh));
  const timed = limits.filter((each) => each.axis === "duration");
  const ends = timed.some((each) => each.hardLow) && timed.some((each) => each.hardHigh);
  return caps("amount", "per_weight") || (ends && caps("amount_rate", "per_weight_rate"));
}

// That another care area judges than the regimen's own.
function elsewhere(regimen, area, amount, weight) {
  if (area === regimen.area) return [];
  const [own, here] = [place(regimen.area), place(area)];
  const stops = againstLimits(regimen.area, regimen, amount, weight).filter((each) => each.severity === STOP);
  const codes = [...new Set(stops.map((each) => each.code))].filter((code) => code !== "dose.no_limits");
  if (!codes.length) {
    return [finding(CAUTION, "dose.area", `the regimen is for ${own}; it was judged by the limits of ${here}`)];
  }
  const words = `the regimen is for ${own}, whose limits refuse it (${codes.join(", ")}); if it is for ${here}`;
  return [finding(STOP, "dose.area", `${words}, write kd.Regimen(..., area=...)`)];
}

// The parts of a question about a dose, read in this order.
export function readOrder(given) {
  const patient = readPatient(given.patient);
  return { patient, regimen: readRegimen(given.regimen), basis: readBasis(given) };
}

export function calculateDose({ patient, regimen, basis }, { level, profile, overrides }) {
  const area = profile === undefined ? regimen.area : readWord(AREAS, profile, "profile");
  const chosen = chooseLevel(regimen, level);
  if (!basis.plain && chosen.kind.noun === "amount") {
    const problem = `${say(chosen)} is a fixed dose: ${basis.text} has no effect on it`;
    throw new Refused("basis.fixed", problem, { field: "basis", fix: "Leave out basis=" });
  }
  const weighed = dosingWeight(patient, basis);
  let amount = chosen.kind.noun === "amount" ? chosen.value : mul(chosen.value, weighed.weight.value);
  const found = [...aboutPatient(patient, limitsOf(area, regimen.drug, regimen.route)), ...weighed.found];
  const cap = regimen.atMost;
  if (cap && more(amount, cap.value)) {
    const words = `the dose was capped: ${say(cap)} instead of ${say(measure("amount", amount))}`;
    found.push(finding(CAUTION, "dose.capped", words));
    amount = cap.value;
  }
  const actual = patient.weight.value;
  found.push(...elsewhere(regimen, area, amount, actual), ...againstLimits(area, regimen, amount, actual));
  found.push(...onEachBasis(patient, chosen));
  const limits = limitsOf(area, regimen.drug, regimen.route);
  const bind = limits.filter((each) => findings.binds(each, actual, regimen.over ? regimen.over.value : null));
  return {
    patient,
    regimen,
    area,
    limits: bind,
    weight: weighed.weight,
    amount: measure("amount", amount),
    findings: settle(found, overrides),
  };
}

export function sayDose({ regimen, amount }) {
  const over = regimen.over ? ` over ${say(regimen.over)}` : "";
  return `${regimen.drug} ${say(amount)} ${regimen.route}${over}`;
}

export const perWeight = (amount, patient) => measure("amount per weight", div(amount.value, patient.weight.value));

// The rates at which an amount runs in over a time.
export function rates(amount, duration, patient) {
  const hourly = measure("amount rate", div(amount.value, duration.value));
  const each = measure("amount rate per weight", div(hourly.value, patient.weight.value));
  return { amount_rate: say(hourly), per_weight_rate: say(each), per_weight_per_minute: sayIn(each, "mcg/kg/min") };
}

export function answerDose(given) {
  const dose = calculateDose(readOrder(given), given);
  const { amount, patient, regimen } = dose;
  return {
    text: sayDose(dose),
    amount: say(amount),
    weight: say(dose.weight),
    per_weight: say(perWeight(amount, patient)),
    ...(regimen.over ? rates(amount, regimen.over, patient) : {}),
    findings: findings.lines(dose.findings),
  };
}
