// The closed words, each read exactly or refused with what is likely to be meant.

import { Refused, shown } from "./refusing.mjs";
import { listed } from "./units.mjs";

export const DRUGS = ["ketamine", "esketamine"];
export const ROUTES = ["intravenous", "subcutaneous", "intramuscular", "intranasal", "oral", "sublingual"];
export const INJECTED = ROUTES.slice(0, 3);
export const AREAS = [
  "psychiatric clinic",
  "emergency analgesia",
  "emergency suicidality",
  "emergency agitation",
  "acute pain ward",
  "chronic pain",
  "procedural sedation",
  "anaesthesia",
];
export const SEXES = ["female", "male"];
export const ORIGINS = ["measured", "stated", "estimated"];
export const ROUNDINGS = ["half up", "down", "up"];
export const BASES = ["actual", "ideal", "adjusted", "lean"];
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MEANT = new Map(
  Object.entries({
    "s-ketamine": "esketamine",
    spravato: "esketamine",
    "racemic ketamine": "ketamine",
    ketalar: "ketamine",
    iv: "intravenous",
    im: "intramuscular",
    sc: "subcutaneous",
    nasal: "intranasal",
    po: "oral",
    sl: "sublingual",
    f: "female",
    clinic: "psychiatric clinic",
  }),
);

export function readWord(words, given, field) {
  if (words.includes(given)) return given;
  const meant = MEANT.get(given.trim().toLowerCase());
  const fix = words.includes(meant) ? `Write ${meant} if that is meant` : "";
  throw new Refused("word.unknown", `${shown(given)} is not one of the words`, { field, expected: listed(words), fix });
}

// The area in a sentence: a place takes its article, a kind of care does not.
export const place = (area) => (/(clinic|ward)$/.test(area) ? `the ${area}` : area);
