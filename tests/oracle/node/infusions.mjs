// A bag, a pump, and what will really be delivered.

import { CAUTION, NOTE, bound, finding, lines, sayBound, settle } from "./findings.mjs";
import { answerDraw, drawUp, hardLimits, readProduct, readSyringe, undiluted } from "./drawing.mjs";
import { calculateDose, perWeight, rates, readOrder, sayDose } from "./doses.mjs";
import { percent } from "./printing.mjs";
import { add, decimal, div, less, more, mul, sub } from "./rational.mjs";
import { measure, read, readOptional, say, sayInFull } from "./reading.mjs";
import { Refused, shown } from "./refusing.mjs";
import { atStep, tighter, tightest } from "./rounding.mjs";
import { ROUNDINGS, readWord } from "./words.mjs";

function readPump(given) {
  if (given === undefined) return null;
  const step = read("flow rate", given.step, "step");
  const largest = readOptional("flow rate", given.largest_rate, "largest_rate");
  if (largest && less(largest.value, step.value)) {
    const problem = `a largest rate of ${say(largest)} is below the step of ${say(step)}`;
    throw new Refused("device.settings", problem, { field: "pump", fix: "Check step and largest_rate" });
  }
  return { step, largest };
}

// (delivered - ordered) / ordered in %
const deviation = (delivered, ordered) => div(mul(decimal("100"), sub(delivered.value, ordered.value)), ordered.value);

function refuseBag(field, problem, fix) {
  throw new Refused("bag.volume", problem, { field, fix });
}

// `made_up_to`: so much in all; `added_to`: so much and the drug.
function makeBag(drawn, { made_up_to: madeUpTo, added_to: addedTo, line_volume: lineVolume }) {
  if ((madeUpTo === undefined) === (addedTo === undefined)) {
    const fix = 'Write made_up_to="100 mL" or added_to="100 mL"';
    const how = { field: "made_up_to, added_to", expected: "exactly one of the two", fix };
    throw new Refused("bag.choice", "the bag is either made up to a volume or the drug is added to one", how);
  }
  const up = madeUpTo !== undefined;
  const named = up ? read("volume", madeUpTo, "made_up_to") : read("volume", addedTo, "added_to");
  if (up && less(named.value, drawn.volume.value)) {
    refuseBag("made_up_to", `${say(named)} cannot hold the ${say(drawn.volume)} that is drawn`, "Use a larger bag");
  }
  const diluent = up ? measure("volume", sub(named.value, drawn.volume.value)) : named;
  const total = up ? named : measure("volume", add(named.value, drawn.volume.value));
  const strength = (volume) => measure("concentration", div(drawn.amount.value, volume.value));
  const bag = { named, diluent, total, concentration: strength(total), nominal: strength(named), toInfuse: total };
  const line = readOptional("volume", lineVolume, "line_volume");
  if (!line) return { ...bag, line: null, found: [finding(NOTE, "line.unknown")] };
  if (!less(line.value, total.value)) {
    refuseBag("line_volume", `a line of ${say(line)} would hold all of the ${say(total)}`, "Check the line");
  }
  const stays = measure("amount", mul(line.value, bag.concentration.value));
  const toInfuse = measure("volume", sub(total.value, line.value));
  const share = percent(deviation(toInfuse, total));
  const words =
    `${say(line)} with ${say(stays)} stays in the line and is not counted as delivered, where the line was primed with the ` +
    `drug (${share} of the dose): flush it at no more than the pump's rate, after the stated time, or account for it`;
  return { ...bag, toInfuse, line: `${say(line)} = ${say(stays)}`, found: [finding(CAUTION, "line.residue", words)] };
}

// The rate at the pump's step, between the slowest and the fastest that the hard limits allow.
function atPump(dose, rate, bag, { step, largest }, mode) {
  if (largest && more(rate.value, largest.value)) {
    const problem = `${say(rate)} is above the pump's largest rate of ${say(largest)}`;
    throw new Refused("rate.too_fast", problem, { field: "pump", fix: "Use a smaller bag or another pump" });
  }
  const per = bag.concentration.value;
  const factors = { amount_rate: div(decimal("1"), per), per_weight_rate: div(dose.patient.weight.value, per) };
  let high = tightest(hardLimits(dose), factors, rate.value);
  let low = null;
  for (const { hardLow, hardHigh } of dose.limits.filter((each) => each.axis === "duration")) {
    const edge = (text, words) => {
      const time = bound("duration", text);
      return { value: div(bag.toInfuse.value, time.value), why: `the ${words} duration of ${sayBound(time)}` };
    };
    const quick = hardLow && edge(hardLow, "shortest");
    if (quick && !less(quick.value, rate.value)) high = tighter(high, quick);
    const slow = hardHigh && edge(hardHigh, "longest");
    if (slow && !more(slow.value, rate.value) && (!low || more(slow.value, low.value))) low = slow;
  }
  if (largest) high = tighter(high, { value: largest.value, why: `the pump's largest rate of ${say(largest)}` });
  return atStep(rate, { name: "pump", label: "pump rate", step }, mode, { low, high });
}

function planInfusion(dose, product, syringe, pump, given) {
  const mode = readWord(ROUNDINGS, given.rounding ?? "half up", "rounding");
  const { over } = dose.regimen;
  if (!over) {
    const fix = 'Use a regimen with over="40 min", or kd.plan_injection';
    throw new Refused("infusion.needed", `${shown(sayDose(dose))} is not a dose over a time`, { field: "dose", fix });
  }
  const drawn = drawUp(dose, product, syringe, mode);
  const bag = makeBag(drawn, given);
  let rate = measure("flow rate", div(bag.toInfuse.value, over.value));
  const found = [...drawn.found, ...undiluted(product, drawn.volume, bag.total), ...bag.found];
  if (pump) {
    const rounded = atPump(dose, rate, bag, pump, mode);
    rate = rounded.result;
    found.push(...rounded.found);
  } else {
    found.push(finding(NOTE, "rate.unrounded"));
  }
  const duration = measure("duration", div(bag.toInfuse.value, rate.value));
  const amount = measure("amount", mul(bag.toInfuse.value, bag.concentration.value));
  const findings = settle([...dose.findings, ...found], given.overrides);
  return { dose, drawn, bag, rate, rateText: pump ? sayInFull(rate) : say(rate), duration, amount, findings };
}

// What has gone in when the pump is stopped, and what has not.
function stopped({ dose, bag, rate, duration, amount }, text) {
  const after = read("duration", text, "after");
  if (more(after.value, duration.value)) {
    const ends = { field: "after", expected: `at most ${say(duration)}` };
    throw new Refused("infusion.elapsed", `the infusion has ended after ${say(duration)}`, ends);
  }
  const volume = measure("volume", mul(rate.value, after.value));
  const given = measure("amount", mul(volume.value, bag.concentration.value));
  const rest = measure("amount", sub(amount.value, given.value));
  const volumeLeft = measure("volume", sub(bag.toInfuse.value, volume.value));
  const told = `${say(given)} of ${say(amount)} after ${say(after)}, ${say(rest)} not delivered`;
  return `${told}; ${say(volume)}, ${say(perWeight(given, dose.patient))}, ${say(volumeLeft)} left`;
}

export function answerInfusion(given) {
  const dose = calculateDose(readOrder(given), given);
  const product = readProduct(given.product);
  const syringe = readSyringe(given.syringe);
  const plan = planInfusion(dose, product, syringe, readPump(given.pump), given);
  const { drawn, bag, rateText, duration, amount } = plan;
  const off = percent(deviation(amount, dose.amount));
  const late = percent(deviation(duration, dose.regimen.over));
  return {
    text: `draw ${drawn.text}, bag of ${say(bag.total)}, ${rateText} for ${say(duration)}`,
    ...answerDraw(drawn),
    bag: `${say(bag.named)} and ${say(bag.diluent)} = ${say(bag.total)}`,
    concentration: `${say(bag.concentration)}, nominal ${say(bag.nominal)}`,
    ...(bag.line ? { line: bag.line } : {}),
    run: `${say(bag.toInfuse)} at ${rateText} for ${say(duration)}`,
    delivered: `${say(amount)}, ${say(perWeight(amount, dose.patient))}`,
    ...rates(amount, duration, dose.patient),
    deviation: `${off}, of the duration ${late}`,
    ...(given.after === undefined ? {} : { part: stopped(plan, given.after) }),
    findings: lines(plan.findings),
  };
}
