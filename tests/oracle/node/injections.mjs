// A dose given at once from a syringe or by mouth, and a dose of whole nasal devices.

import { CAUTION, finding, lines, settle } from "./findings.mjs";
import { answerDraw, drawUp, readProduct, readSyringe, sameDrug, undiluted } from "./drawing.mjs";
import { calculateDose, perWeight, readOrder, sayDose } from "./doses.mjs";
import { SITES } from "./limits.mjs";
import { percent } from "./printing.mjs";
import { decimal, div, more, mul, rational, sub } from "./rational.mjs";
import { measure, say } from "./reading.mjs";
import { Refused } from "./refusing.mjs";
import { INJECTED, ROUNDINGS, ROUTES, readWord } from "./words.mjs";

const BY_MOUTH = ["oral", "sublingual"];

export function answerInjection(given) {
  const dose = calculateDose(readOrder(given), given);
  const product = readProduct(given.product);
  const syringe = readSyringe(given.syringe);
  const mode = readWord(ROUNDINGS, given.rounding ?? "half up", "rounding");
  sameDrug(dose, product);
  refuseOtherWay(dose, given.by_mouth ? BY_MOUTH : INJECTED);
  const drawn = drawUp(dose, product, syringe, mode);
  const found = given.by_mouth ? [] : atSite(dose, product, drawn.volume);
  const findings = settle([...dose.findings, ...drawn.found, ...found], given.overrides);
  const off = div(mul(decimal("100"), sub(drawn.amount.value, dose.amount.value)), dose.amount.value);
  return {
    text: `${drawn.text} ${dose.regimen.route}: ${say(drawn.amount)}`,
    ...answerDraw(drawn),
    given: `${say(drawn.amount)}, ${say(perWeight(drawn.amount, dose.patient))}`,
    deviation: percent(off),
    findings: lines(findings),
  };
}

function refuseOtherWay(dose, routes) {
  if (routes.includes(dose.regimen.route) && !dose.regimen.over) return;
  const expected = `a dose that is ${ROUTES.filter((each) => routes.includes(each)).join(" or ")}`;
  const fix = "kd.plan_infusion is for infusions, kd.plan_devices for nasal devices";
  throw new Refused("product.form", `'${sayDose(dose)}' is not given at once by this way`, { field: "dose", expected, fix });
}

// More than is usually injected at one site, or undiluted into a vein.
function atSite({ regimen }, product, volume) {
  const site = SITES[regimen.route];
  if (regimen.route === "intravenous") return undiluted(product, volume, volume);
  if (!more(volume.value, decimal(site.most))) return [];
  const most = say(measure("volume", decimal(site.most)));
  const words = `${say(volume)} is more than ${most}, ${site.why}: consider two sites or a stronger product`;
  return [finding(CAUTION, "draw.large_site", words)];
}

export function answerDevices(given) {
  const dose = calculateDose(readOrder(given), given);
  const product = readProduct(given.product);
  sameDrug(dose, product);
  if (!product.sprays) {
    const fix = "Use kd.plan_injection or kd.plan_oral";
    throw new Refused("product.form", "this product is not a device", { field: "product", fix });
  }
  if (dose.regimen.route !== "intranasal" || !product.routes.includes("intranasal")) {
    const how = { field: "product", expected: "an intranasal dose and a device for the nose" };
    throw new Refused("product.route", `a nasal device does not give '${sayDose(dose)}'`, how);
  }
  const content = measure("amount", mul(product.volume.value, product.strength.value));
  const count = div(dose.amount.value, content.value);
  if (count.d !== 1n) {
    const how = { field: "dose", expected: `a multiple of ${say(content)}` };
    throw new Refused("devices.whole", `${say(dose.amount)} is not a whole number of devices of ${say(content)}`, how);
  }
  return { ...sayDevices(product, count.n, content), findings: lines(dose.findings) };
}

function sayDevices({ volume, sprays, rest }, count, content) {
  const times = (one) => say(measure(one.kind.noun, mul(one.value, rational(count))));
  const devices = count === 1n ? "1 device" : `${count} devices`;
  const last = rest && say(measure("duration", mul(rest.value, rational(count - 1n))));
  return {
    text: `${devices}, ${count * sprays} sprays: ${times(content)} in ${times(volume)}`,
    devices: Number(count),
    sprays: Number(count * sprays),
    ...(rest ? { rest: `${say(rest)}, ${last} from the first to the last` } : {}),
  };
}
