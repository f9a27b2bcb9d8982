// What is on the shelf and what is drawn up: the volume at the syringe's graduation, whole vials, and what is left.

import { AXIS_WORDS, NOTE, STOP, bound, finding, sayBound } from "./findings.mjs";
import { DILUTED_FROM, DILUTED_TO } from "./limits.mjs";
import { decimal, div, less, more, mul, rational, sub } from "./rational.mjs";
import { measure, read, readOptional, say, sayInFull } from "./reading.mjs";
import { Refused } from "./refusing.mjs";
import { atStep, steps, tightest } from "./rounding.mjs";
import { DRUGS, INJECTED, ROUTES, readWord } from "./words.mjs";

export function readProduct(given) {
  const drug = readWord(DRUGS, given.drug, "drug");
  const strength = read("concentration", given.strength, "strength");
  const volume = read("volume", given.volume, "volume");
  const routes = given.routes.map((word) => readWord(ROUTES, word, "routes"));
  const rest = readOptional("duration", given.rest, "rest");
  return { drug, strength, volume, routes, rest, sprays: BigInt(given.sprays ?? 0) };
}

const sayProduct = ({ drug, strength, volume }) => `${drug} ${say(strength)}, ${say(volume)}`;

export function readSyringe(given) {
  if (given === undefined) return null;
  const graduation = read("volume", given.graduation, "graduation");
  const capacity = readOptional("volume", given.capacity, "capacity");
  if (capacity && div(capacity.value, graduation.value).d !== 1n) {
    const problem = `a capacity of ${say(capacity)} is not a whole number of ${say(graduation)}`;
    throw new Refused("device.settings", problem, { field: "syringe", fix: "Check graduation and capacity" });
  }
  return { graduation, capacity };
}

export function sameDrug(dose, product) {
  if (product.drug === dose.regimen.drug) return;
  const problem = `the product holds ${product.drug}, the order is for ${dose.regimen.drug}`;
  throw new Refused("product.drug", problem, { field: "product", fix: "One is never turned into the other" });
}

// Whether the product may be used for this dose at all; a NOTE where its label does not name the route.
function fits(dose, product) {
  sameDrug(dose, product);
  const { route } = dose.regimen;
  if (product.sprays) {
    throw new Refused("product.form", "a nasal device is not drawn up", { field: "product", fix: "Use kd.plan_devices" });
  }
  if (product.routes.includes(route)) return [];
  if (route === "intravenous" || !product.routes.some((each) => INJECTED.includes(each))) {
    const wanted = { field: "product", expected: `a product for ${route} use` };
    throw new Refused("product.route", `the product is not for ${route} use`, wanted);
  }
  return [finding(NOTE, "product.off_label")];
}

// The hard upper limits of a dose as numbers, each with how it is said.
export function hardLimits(dose) {
  return dose.limits
    .filter((each) => each.hardHigh && AXIS_WORDS[each.axis])
    .map(({ axis, hardHigh }) => {
      const edge = bound(axis, hardHigh);
      return { axis, words: AXIS_WORDS[axis], hardHigh: edge.value, said: sayBound(edge) };
    });
}

// The most mg that neither the regimen's own cap nor a hard limit which the order respects forbids.
function mostAmount({ patient, regimen, amount, ...dose }) {
  const weight = patient.weight.value;
  const factors = { amount: rational(1n), per_weight: weight };
  if (regimen.over) {
    factors.amount_rate = regimen.over.value;
    factors.per_weight_rate = mul(weight, regimen.over.value);
  }
  const edge = tightest(hardLimits(dose), factors, amount.value);
  const cap = regimen.atMost;
  if (cap && (!edge || less(cap.value, edge.value))) return { value: cap.value, why: `the regimen's own cap of ${say(cap)}` };
  return edge;
}

export function drawUp(dose, product, syringe, mode) {
  const found = fits(dose, product);
  let volume = measure("volume", div(dose.amount.value, product.strength.value));
  if (syringe) {
    const edge = mostAmount(dose);
    const high = edge && { ...edge, value: div(edge.value, product.strength.value) };
    const rounded = atStep(volume, { name: "syringe", label: "volume to draw", step: syringe.graduation }, mode, { high });
    volume = rounded.result;
    found.push(...rounded.found);
    refuseTooLarge(volume, syringe);
  } else {
    found.push(finding(NOTE, "draw.unrounded"));
  }
  const held = (some) => measure("amount", mul(some.value, product.strength.value));
  const vials = steps(volume.value, product.volume.value, "up");
  const left = measure("volume", sub(mul(rational(vials), product.volume.value), volume.value));
  const text = syringe ? sayInFull(volume) : say(volume);
  return { volume, amount: held(volume), vials, left, leftAmount: held(left), text, found };
}

function refuseTooLarge(volume, { capacity }) {
  if (!capacity || !more(volume.value, capacity.value)) return;
  const problem = `${say(volume)} does not fit a syringe of ${say(capacity)}`;
  throw new Refused("draw.capacity", problem, { field: "syringe", fix: "Use a larger syringe or a stronger product" });
}

export function answerDraw({ text, amount, vials, left, leftAmount }) {
  return { draw: text, drawn: say(amount), vials: Number(vials), left: `${say(left)} = ${say(leftAmount)}` };
}

// A STOP where a strong product goes into a vein in less than the volume that it must be diluted to.
export function undiluted(product, volume, total) {
  const enough = !less(total.value, mul(rational(DILUTED_TO), volume.value));
  if (enough || less(product.strength.value, decimal(DILUTED_FROM))) return [];
  const must = `${sayProduct(product)} must be diluted to at least ${DILUTED_TO} times its own volume`;
  return [finding(STOP, "product.undiluted", `${must} before it goes into a vein; ${say(volume)} is in ${say(total)}`)];
}
