// Dates for sessions on days on which the clinic treats: the placement that keeps every constraint and moves least.
//
// Constraints: the first session on its day; no session moved by more than six days; no two closer than the closest of
// the pattern; no more in any seven days than the pattern itself has; none after the last day, where the source has one.
// Of all placements the one with the fewest sessions on days of the week that are not preferred; of those the one with the
// fewest days moved in all; of those the one with the fewest sessions moved to an earlier day; of those the earliest dates.

import { readDate, sayDate, weekday } from "./dates.mjs";
import { MOVED_AT_MOST } from "./limits.mjs";
import { Unplaced } from "./refusing.mjs";
import { WEEKDAYS, readWord } from "./words.mjs";

export function readCalendar(given) {
  if (given === undefined) return null;
  const words = (several) => several.map((word) => readWord(WEEKDAYS, word, "clinic_days"));
  const closures = (given.closures ?? []).map(([first, last, reason]) => {
    return { first: readDate(first, "closure"), last: readDate(last, "closure"), reason };
  });
  closures.sort((a, b) => compare([a.first, a.last, a.reason], [b.first, b.last, b.reason]));
  return { days: words(given.clinic_days ?? WEEKDAYS), preferred: words(given.preferred ?? []), closures };
}

// Why the clinic does not treat on a day; empty where it does.
export function closed(calendar, day) {
  const name = WEEKDAYS[weekday(day)];
  const closure = calendar?.closures.find((each) => each.first <= day && day <= each.last);
  if (closure) return closure.reason ? `closed (${closure.reason})` : "closed";
  return calendar && !calendar.days.includes(name) ? `a ${name}` : "";
}

const liked = (calendar, day) => !calendar?.preferred.length || calendar.preferred.includes(WEEKDAYS[weekday(day)]);

export function mostInSevenDays(days) {
  return Math.max(...days.map((first) => days.filter((day) => first <= day && day < first + 7n).length));
}

// What is to be kept: the days wanted, the closest gap, the most in a week, and the last day or null.
export function wanted(pattern, start) {
  const days = pattern.days.map((day) => start + day - 1n);
  const gaps = days.slice(1).map((day, place) => day - days[place]);
  const gap = gaps.reduce((one, other) => (other < one ? other : one), gaps[0] ?? 1n);
  const last = pattern.within === null ? null : start + pattern.within - 1n;
  return { days, gap, inWeek: mostInSevenDays(pattern.days), last };
}

function fits({ gap, inWeek }, day, behind) {
  if (behind.length && day - behind.at(-1) < gap) return false;
  return behind.length < inWeek || day - behind.at(-inWeek) >= 7n;
}

// The best placement, found session by session: of the beginnings that end alike only the best is kept.
export function place(want, calendar) {
  let beginnings = [{ days: [], cost: [0n, 0n, 0n] }];
  for (const [number, asked] of want.days.entries()) {
    const reach = number ? MOVED_AT_MOST : 0n;
    const best = new Map();
    for (const { days, cost } of beginnings) {
      for (let day = asked - reach; day <= asked + reach; day += 1n) {
        if (number && want.last !== null && day > want.last) break;
        if (closed(calendar, day) || !fits(want, day, days)) continue;
        const next = { days: [...days, day], cost: costed(cost, calendar, asked, day) };
        const end = next.days.slice(-want.inWeek).join();
        const other = best.get(end);
        if (!other || compare([...next.cost, ...next.days], [...other.cost, ...other.days]) < 0) best.set(end, next);
      }
    }
    if (!best.size) throw new Unplaced(number + 1);
    beginnings = [...best.values()];
  }
  return beginnings.reduce((one, other) => {
    return compare([...other.cost, ...other.days], [...one.cost, ...one.days]) < 0 ? other : one;
  }).days;
}

function costed([unliked, moved, earlier], calendar, asked, day) {
  const by = day < asked ? asked - day : day - asked;
  return [unliked + (liked(calendar, day) ? 0n : 1n), moved + by, earlier + (day < asked ? 1n : 0n)];
}

function compare(one, other) {
  for (const [position, each] of one.entries()) {
    if (each !== other[position]) return each < other[position] ? -1 : 1;
  }
  return 0;
}

// Why a session is not on the day wanted for it: the first reason that holds; empty where it is.
export function why(want, calendar, placed, number) {
  const [asked, day] = [want.days[number], placed[number]];
  const by = day - asked;
  if (!by) return "";
  const count = by < 0n ? -by : by;
  return `; ${count} day${count === 1n ? "" : "s"} ${by > 0n ? "later" : "earlier"}: ${reason(want, calendar, placed, number)}`;
}

function reason(want, calendar, placed, number) {
  const [asked, day, behind] = [want.days[number], placed[number], placed.slice(0, number)];
  const shut = closed(calendar, asked);
  if (shut) return `${sayDate(asked)} is ${shut}`;
  if (asked - behind.at(-1) < want.gap) {
    return `at least ${want.gap} day${want.gap === 1n ? "" : "s"} after session ${number}`;
  }
  if (!fits(want, asked, behind)) return `at most ${want.inWeek} session${want.inWeek === 1 ? "" : "s"} in seven days`;
  if (liked(calendar, day) && !liked(calendar, asked)) return "a preferred day of the week";
  if (want.last !== null && asked > want.last) return `no session after ${sayDate(want.last)}`;
  return "room for the sessions that follow";
}
