// The limits of docs/catalog.md, typed again. Figures are in mg, mg/kg, mg/h, mg/kg/h, minutes, years, kg, days and
// sessions. Of several that bind alike the first in this order is named.

import { DRUGS, ROUTES } from "./words.mjs";

const [K, S] = DRUGS;
const [IV, SC, IM, IN, PO, SL] = ROUTES;

const limit = (axis, drug, route, bounds) => ({ axis, drug, route, ...bounds });

const WALLS = [
  limit("per_weight", K, IV, { hardHigh: "4.5", lastingTo: "60" }),
  limit("per_weight_rate", K, IV, { hardHigh: "4.5", lastingOver: "60" }),
  limit("per_weight", K, IM, { hardHigh: "13" }),
  limit("per_weight", K, PO, { hardHigh: "7" }),
  limit("per_weight", K, SC, { hardHigh: "4.5" }),
  limit("per_weight", K, SL, { hardHigh: "7" }),
  limit("per_weight", K, null, { hardHigh: "13" }),
  limit("per_weight", S, IV, { hardHigh: "1" }),
  limit("per_weight", S, SC, { hardHigh: "1" }),
  limit("per_weight", S, PO, { hardHigh: "3" }),
  limit("amount", K, IN, { hardHigh: "100" }),
  limit("per_weight", S, IM, { hardHigh: "4" }),
  limit("amount", S, IN, { hardHigh: "84" }),
  limit("per_weight", S, null, { hardHigh: "6.5" }),
].map((each) => ({ ...each, wall: true }));

const EVERYBODY = [
  limit("age", null, null, { hardLow: "18" }),
  limit("weight", null, null, { softLow: "30", softHigh: "250" }),
];

const CLINIC = [
  limit("per_weight", K, IV, { softLow: "0.1", softHigh: "0.75", hardHigh: "1" }),
  limit("per_weight", S, IV, { softLow: "0.1", softHigh: "0.4", hardHigh: "0.5" }),
  limit("amount", K, IV, { softHigh: "100" }),
  limit("per_weight_rate", K, IV, { softHigh: "1", hardHigh: "1.5" }),
  limit("per_weight_rate", S, IV, { softHigh: "0.5", hardHigh: "0.75" }),
  limit("duration", null, IV, { softLow: "40", softHigh: "100", hardLow: "2", hardHigh: "120" }),
  limit("interval", null, IV, { softLow: "2" }),
  limit("per_week", null, IV, { softHigh: "2", hardHigh: "3" }),
  limit("course", null, IV, { softHigh: "6", hardHigh: "12" }),
  limit("window", K, IV, { softHigh: "3", days: 21n }),
  limit("window", K, IV, { hardHigh: "12", days: 28n }),
  limit("per_weight", K, SC, { softLow: "0.1", softHigh: "0.9", hardHigh: "1" }),
  limit("amount", K, SC, { softHigh: "100" }),
  limit("interval", K, SC, { softLow: "3" }),
  limit("per_week", K, SC, { softHigh: "2", hardHigh: "3" }),
  limit("course", K, SC, { softHigh: "8" }),
  limit("per_weight", S, SC, { softHigh: "0.5", hardHigh: "1" }),
  limit("interval", S, SC, { softLow: "7" }),
  limit("per_week", S, SC, { softHigh: "1", hardHigh: "2" }),
  limit("course", S, SC, { softHigh: "6", hardHigh: "12" }),
  limit("per_weight", K, IM, { softLow: "0.1", softHigh: "1", hardHigh: "1.3" }),
  limit("amount", K, IM, { hardHigh: "100" }),
  limit("interval", K, IM, { softLow: "3" }),
  limit("per_week", K, IM, { softHigh: "2", hardHigh: "3" }),
  limit("course", K, IM, { softHigh: "8" }),
  limit("amount", K, IN, { softLow: "10", softHigh: "50", hardHigh: "75" }),
  limit("interval", K, IN, { softLow: "2" }),
  limit("per_week", K, IN, { softHigh: "2", hardHigh: "3" }),
  limit("interval", S, IN, { softLow: "2" }),
  limit("per_week", S, IN, { hardHigh: "2" }),
  limit("course", S, IN, { softHigh: "8" }),
  limit("per_weight", K, PO, { softLow: "0.25", softHigh: "2.5", hardHigh: "3" }),
  limit("amount", K, PO, { hardHigh: "300" }),
  limit("course", K, PO, { softHigh: "28" }),
  limit("window", K, PO, { softHigh: "4", hardHigh: "7.5", days: 7n }),
  limit("amount", S, PO, { softHigh: "30" }),
  limit("per_weight", S, PO, { hardHigh: "3" }),
  limit("window", S, PO, { softHigh: "6", hardHigh: "9", days: 7n }),
  limit("per_weight", K, SL, { softHigh: "1", hardHigh: "3" }),
  limit("amount", K, SL, { hardHigh: "300" }),
  limit("interval", K, SL, { softLow: "2" }),
  limit("per_week", K, SL, { hardHigh: "4" }),
];

const AREAS = {
  "psychiatric clinic": CLINIC,
  "emergency analgesia": [
    limit("per_weight", K, IV, { softLow: "0.1", softHigh: "0.3", hardHigh: "0.35" }),
    limit("duration", null, IV, { softLow: "15", hardLow: "5" }),
  ],
  "emergency suicidality": [
    limit("per_weight", K, IV, { hardHigh: "0.2", lastingTo: "30" }),
    limit("per_weight", K, IV, { hardHigh: "0.5" }),
    limit("duration", null, IV, { softLow: "40", hardLow: "1" }),
    limit("per_weight_rate", K, IV, { softHigh: "0.75", hardHigh: "12" }),
    limit("course", K, IV, { hardHigh: "2" }),
  ],
  "emergency agitation": [
    limit("per_weight", K, IM, { hardHigh: "4" }),
    limit("amount", K, IM, { hardHigh: "500" }),
  ],
  "acute pain ward": [
    limit("amount_rate", K, IV, { hardHigh: "25" }),
    limit("amount_rate", K, IV, { hardHigh: "15", upToKilograms: "50" }),
    limit("duration", null, IV, { hardLow: "60", hardHigh: "1440" }),
  ],
  "chronic pain": [
    limit("per_weight_rate", K, IV, { softHigh: "0.35", hardHigh: "0.5" }),
    limit("amount_rate", K, IV, { hardHigh: "25" }),
    limit("duration", K, IV, { hardLow: "60", hardHigh: "240" }),
    limit("course", K, IV, { softHigh: "10" }),
    limit("window", K, IV, { softHigh: "14", days: 10n }),
  ],
  "procedural sedation": [
    limit("per_weight", K, IV, { softLow: "0.25", softHigh: "0.5", hardHigh: "1" }),
    limit("duration", null, IV, { hardLow: "1" }),
  ],
  anaesthesia: [
    limit("per_weight", K, IV, { softLow: "1", softHigh: "2", hardHigh: "4.5" }),
    limit("per_weight_rate", K, IV, { softHigh: "30" }),
    limit("duration", null, IV, { hardLow: "1" }),
    limit("per_weight", K, IM, { softLow: "6.5", hardHigh: "13" }),
    limit("per_weight", S, IV, { softLow: "0.5", hardHigh: "1" }),
    limit("per_weight", S, IM, { softLow: "2", hardHigh: "4" }),
  ],
};

// All that binds a drug by a route in a care area: the outer walls, what is for everybody, then the area's own.
export function limitsOf(area, drug, route) {
  const mine = (each) => (each.drug ?? drug) === drug && (each.route ?? route) === route;
  return [...WALLS, ...EVERYBODY, ...AREAS[area]].filter(mine);
}

// The only doses of a product's instructions, in mg; null where there is no such rule.
export function allowedDoses(area, drug, route) {
  return area === "psychiatric clinic" && drug === S && route === IN ? ["28", "56", "84"] : null;
}

// The people for whom the weight formulas were made.
export const LEAN_DOMAIN = [
  limit("age", null, null, { softLow: "18", softHigh: "82" }),
  limit("weight", null, null, { softLow: "40.7", softHigh: "216.5" }),
  limit("body_mass_index", null, null, { softLow: "17.1", softHigh: "69.9" }),
];
export const IDEAL_DOMAIN = [limit("height", null, null, { softLow: "152.4" })];

// Single figures, all judgements of the project but for the volumes of a site and the dilution.
export const SHOWN_ON_EACH_BASIS_FROM = "30";
export const POUNDS_SUSPECTED_FROM = "40";
export const POUNDS_PLAUSIBLE = ["17", "35"];
export const POUNDS_FACTOR = ["2", "2.4"];
export const OLD_AFTER_DAYS = 28n;
export const MOVED_AT_MOST = 6n;
export const COARSE_PERCENT = "5";
export const DILUTED_FROM = "100";
export const DILUTED_TO = 2n;
export const SITES = {
  [SC]: { most: "1.5", why: "the most generally accepted at one subcutaneous site" },
  [IM]: { most: "5", why: "the most cited for one intramuscular injection" },
};
export const LIGHTEST = "10";
export const HEAVIEST = "1000";
export const SHORTEST = "50";
export const TALLEST = "300";
