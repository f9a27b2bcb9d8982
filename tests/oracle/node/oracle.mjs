// The oracle: questions as lines of JSON on standard input, answers as lines of JSON on standard output, in their order.
//
//     {"number": 17, "kind": "reading", "given": {"measure": "weight", "text": "154 lb"}}
//     {"number": 17, "answer": {"exact": "69.85322498 kg", "text": "69.85 kg (exact 69.85322498 kg)", ...}}
//
// Every figure is a ratio of two BigInts from the text to the text; a Number only ever counts places in a list.

import { createInterface } from "node:readline";

import { answerCourse } from "./courses.mjs";
import { answerDose } from "./doses.mjs";
import { answerInfusion } from "./infusions.mjs";
import { answerDevices, answerInjection } from "./injections.mjs";
import { read, say, sayExactly, sayIn, sayInFull } from "./reading.mjs";
import { Refused, Stopped, Unplaced } from "./refusing.mjs";
import { answerShare } from "./shares.mjs";

function answerReading({ measure, text, to }) {
  const it = read(measure, text, measure);
  return { exact: sayExactly(it), text: say(it), full: sayInFull(it), ...(to === undefined ? {} : { to: sayIn(it, to) }) };
}

const ANSWERS = {
  reading: answerReading,
  dose: answerDose,
  infusion: answerInfusion,
  injection: answerInjection,
  devices: answerDevices,
  share: answerShare,
  course: answerCourse,
};

function answer({ kind, given }) {
  try {
    return ANSWERS[kind](given);
  } catch (error) {
    if (error instanceof Refused || error instanceof Stopped || error instanceof Unplaced) return { refused: error.answer };
    throw error;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ number: question.number, answer: answer(question) })}\n`);
}
