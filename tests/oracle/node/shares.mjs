// How much of a dose reaches the circulation, by the records of docs/catalog.md; parent drug only, adults only.

import { calculateDose, readOrder, sayDose } from "./doses.mjs";
import { decimal, div, equal, less, more, mul } from "./rational.mjs";
import { measure, say } from "./reading.mjs";
import { ROUTES, readWord } from "./words.mjs";

// Percent of a dose: [value, low, high] of each record, the most trusted first; one figure stands for all three.
const RECORDS = {
  "ketamine intravenous": [["100"]],
  "ketamine intramuscular": [["93"]],
  "ketamine intranasal": [["13"], ["11"], ["17"], ["45"]],
  "ketamine oral": [["24", "17", "27"], ["23", "14", "32"], ["20"], ["19", "9", "29"], ["15", "7", "23"], [null, "20", "25"]],
  "ketamine sublingual": [["29", "27", "31"], ["24", "19", "49"], ["32", "15", "49"], ["30"]],
  "esketamine intravenous": [["100"]],
  "esketamine intranasal": [["54"], ["51"], ["48"]],
  "esketamine oral": [["8"]],
  "esketamine sublingual": [["26"]],
};

// The least and the most that any record says, and the value of the most trusted one that has a value.
function shareOf(drug, route) {
  const records = RECORDS[`${drug} ${route}`];
  if (!records) return null;
  const best = (column, better) =>
    records.map((each) => decimal(each[column] ?? each[0])).reduce((one, other) => (better(other, one) ? other : one));
  const [trusted] = records.find(([value]) => value !== null);
  return { low: best(1, less), high: best(2, more), trusted: decimal(trusted) };
}

export function answerShare(given) {
  const dose = calculateDose(readOrder(given), given);
  const { drug, route } = dose.regimen;
  const own = shareOf(drug, route);
  const part = (share) => div(mul(dose.amount.value, share), decimal("100"));
  if (given.to === undefined) {
    const told = own && [part(own.low), part(own.high), part(own.trusted)];
    return { text: sayInterval(`${sayDose(dose)}, in the circulation`, told, [`${drug} ${route}`]) };
  }
  const to = readWord(ROUTES, given.to, "to");
  const other = shareOf(drug, to);
  const needed = (mine, theirs) => div(mul(part(mine), decimal("100")), theirs);
  const known = own && other;
  const told = known && [needed(own.low, other.high), needed(own.high, other.low), needed(own.trusted, other.trusted)];
  const missing = [own ? null : `${drug} ${route}`, other ? null : `${drug} ${to}`];
  const text = sayInterval(`${sayDose(dose)}, as ${drug} ${to}`, told, missing);
  return { text: known ? `${text} (an estimate, not an order)` : text };
}

function sayInterval(what, told, missing) {
  if (!told) return `${what}: unknown: no human source for ${[...new Set(missing.filter(Boolean))].join(" and ")}`;
  const [low, high, trusted] = told.map((value) => say(measure("amount", value)));
  if (equal(told[0], told[1])) return `${what}: ${low}`;
  return `${what}: ${low} to ${high}, by the most trusted record ${trusted}`;
}
