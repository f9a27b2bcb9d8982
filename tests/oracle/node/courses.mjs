// A course: sessions on dates, their doses, what they add up to, and what must be known of how they follow each other.

import { readDate, sayDate } from "./dates.mjs";
import { calculateDose, readRegimen } from "./doses.mjs";
import { CAUTION, NOTE, OURS, STOP, finding, judge, lines, settle } from "./findings.mjs";
import { OLD_AFTER_DAYS, limitsOf } from "./limits.mjs";
import { readBasis, readPatient } from "./people.mjs";
import { closed, mostInSevenDays, place, readCalendar, wanted, why } from "./placing.mjs";
import { add, div, less, rational, ZERO } from "./rational.mjs";
import { measure, say } from "./reading.mjs";
import { Refused } from "./refusing.mjs";

// The days of a course, day 1 being the first session.
function readDays(given) {
  const from = (count, day) => Array.from({ length: Number(count) }, (_, number) => day(BigInt(number)));
  if (given.on) return { days: given.on.map(BigInt), within: null, derived: "" };
  if (given.weekly) {
    const [aWeek, weeks] = [BigInt(given.weekly), BigInt(given.weeks)];
    const days = from(weeks, (week) => from(aWeek, (each) => 7n * week + (7n * each) / aWeek + 1n)).flat();
    const told = `${aWeek} a week for ${weeks} week${weeks === 1n ? "" : "s"}, spread evenly`;
    return { days, within: null, derived: aWeek === 1n || aWeek === 7n ? "" : told };
  }
  if (given.every) {
    return { days: from(given.sessions, (number) => number * BigInt(given.every) + 1n), within: null, derived: "" };
  }
  const [count, within] = [BigInt(given.spread), BigInt(given.within)];
  const gaps = count > 1n ? count - 1n : 1n;
  const days = from(count, (number) => ((within - 1n) * number) / gaps + 1n);
  return { days, within, derived: `${count} within ${within} days, spread evenly` };
}

function shortened(pattern, sessions) {
  if (sessions === undefined) return pattern;
  const most = pattern.days.length;
  if (sessions >= 1 && sessions <= most) return { ...pattern, days: pattern.days.slice(0, sessions) };
  const problem = `${sessions} is no number of sessions of this pattern`;
  throw new Refused("course.pattern", problem, { field: "sessions", expected: `a whole number from 1 to ${most}` });
}

function levelsOf(given, count) {
  const levels = given.levels ?? Array(count).fill(undefined);
  if (levels.length === count) return levels;
  const how = { field: "levels", expected: `one dose, or a sequence of ${count}` };
  throw new Refused("course.tiers", `${levels.length} doses were given for ${count} sessions`, how);
}

function refuseStart(calendar, start) {
  const shut = closed(calendar, start);
  if (!shut) return;
  let open = start;
  while (closed(calendar, open)) open += 1n;
  const problem = `the clinic does not treat on ${sayDate(start)}: ${shut}`;
  throw new Refused("course.start", problem, { field: "start", fix: `Start on ${sayDate(open)}` });
}

export function answerCourse(given) {
  const order = { patient: readPatient(given.patient), regimen: readRegimen(given.regimen), basis: readBasis({}) };
  const calendar = readCalendar(given.calendar);
  const pattern = shortened(readDays(given.days), given.sessions);
  const levels = levelsOf(given, pattern.days.length);
  const doses = levels.map((level) => calculateDose(order, { level, overrides: given.overrides }));
  const start = readDate(given.start, "start");
  refuseStart(calendar, start);
  const want = wanted(pattern, start);
  const dates = place(want, calendar);
  const whys = dates.map((_, number) => why(want, calendar, dates, number));
  const found = [...doses.flatMap((dose) => dose.findings), ...aboutDays(pattern, whys), ...stale(order.patient, dates)];
  const findings = settle([...found, ...againstLimits(order, doses, dates)], given.overrides);
  return told(order.patient, doses, dates, whys, findings);
}

function told(patient, doses, dates, whys, findings) {
  const sum = doses.reduce((sofar, dose) => add(sofar, dose.amount.value), ZERO);
  const total = say(measure("amount", sum));
  const each = say(measure("amount per weight", div(sum, patient.weight.value)));
  const [first, last] = [sayDate(dates[0]), sayDate(dates.at(-1))];
  const several = `${dates.length} sessions from ${first} to ${last}, ${total} in all`;
  const text = dates.length === 1 ? `1 session on ${first}, ${total}` : several;
  const session = (date, number) =>
    `${sayDate(date)} (day ${date - dates[0] + 1n}): ${say(doses[number].amount)}${whys[number]}`;
  return { text, sessions: dates.map(session), total: `${total} (${each})`, findings: lines(findings) };
}

// How the days were found, and which sessions are not on theirs.
function aboutDays({ derived }, whys) {
  const found = derived ? [finding(NOTE, "course.derived", `the days were derived: ${derived}`)] : [];
  const moved = whys.map((each, number) => each && `session ${number + 1}, ${each.slice(2)}`).filter(Boolean);
  if (moved.length) {
    const are = moved.length === 1 ? "is" : "are";
    const words = `${moved.length} of ${whys.length} sessions ${are} not on the day of the pattern: ${moved.join("; ")}`;
    found.push(finding(NOTE, "course.moved", words));
  }
  return found;
}

// A weight that is too old for a session, or dated after the first.
function stale({ weighedOn }, dates) {
  if (weighedOn === null) return [];
  const old = dates.find((date) => date - weighedOn > OLD_AFTER_DAYS);
  if (weighedOn > dates[0]) {
    const words = `the weight is dated ${sayDate(weighedOn)}, after the first session on ${sayDate(dates[0])}`;
    return [finding(CAUTION, "weight.stale", words)];
  }
  if (old === undefined) return [];
  const words = `on ${sayDate(old)} the weight is ${old - weighedOn} days old, more than ${OLD_AFTER_DAYS} ${OURS}`;
  return [finding(CAUTION, "weight.stale", words)];
}

// Intervals, sessions in a week and in all, and rolling totals.
function againstLimits({ patient, regimen }, doses, dates) {
  const limits = limitsOf(regimen.area, regimen.drug, regimen.route);
  const on = (axis) => limits.filter((each) => each.axis === axis);
  const found = [];
  const counted = (axis, count, what) => {
    for (const limit of on(axis)) found.push(...judge(limit, rational(BigInt(count)), what));
  };
  if (dates.length > 1) {
    const gaps = dates.slice(1).map((date, number) => date - dates[number]);
    counted("interval", gaps.reduce((one, other) => (other < one ? other : one)), "days between two sessions:");
  }
  counted("per_week", mostInSevenDays(dates), "sessions in seven days:");
  counted("course", dates.length, "sessions in the course:");
  const each = doses.map((dose) => div(dose.amount.value, patient.weight.value));
  for (const limit of on("window")) {
    found.push(...judge(limit, mostWithin(limit.days, dates, each), `total dose in ${limit.days} days`));
  }
  const known = ["interval", "per_week", "course", "window"].some((axis) => on(axis).length);
  if (dates.length > 1 && !known) found.push(finding(STOP, "course.no_limits"));
  return found;
}

// The most in any so many days in a row.
function mostWithin(span, dates, amounts) {
  const from = (first) =>
    dates.reduce((sum, date, number) => (first <= date && date < first + span ? add(sum, amounts[number]) : sum), ZERO);
  return dates.map(from).reduce((one, other) => (less(one, other) ? other : one));
}
