// How a question without an answer is refused: a code, and one ASCII sentence of fewer than 300 characters.

const SHOWN = 60;
const LONGEST = 299;

export class Refused extends Error {
  constructor(code, problem, { field = "", expected = "", fix = "" } = {}) {
    super(code);
    this.answer = { code, message: sentence(code, printable(problem), field, expected, fix) };
  }
}

// A hard limit is passed: told by its findings instead of a sentence.
export class Stopped extends Error {
  constructor(findings) {
    super("limit.stop");
    this.answer = { code: "limit.stop", findings };
  }
}

// Sessions find no dates: told by the number of the first that finds none.
export class Unplaced extends Error {
  constructor(session) {
    super("course.impossible");
    this.answer = { code: "course.impossible", session };
  }
}

// What came, between quotation marks and escaped to ASCII as Python's ascii() does, at most 60 characters.
export function shown(text) {
  const characters = [...text];
  const quoted = quote(characters.slice(0, SHOWN));
  return characters.length <= SHOWN && quoted.length <= SHOWN ? quoted : `${quoted.slice(0, SHOWN - 4)}...'`;
}

function quote(characters) {
  const mark = characters.includes("'") && !characters.includes('"') ? '"' : "'";
  return mark + characters.map((each) => (each === mark ? `\\${each}` : escaped(each))).join("") + mark;
}

function escaped(character) {
  const named = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  if (named) return named;
  if (character >= " " && character <= "~") return character;
  const code = character.codePointAt(0).toString(16);
  if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}

function printable(text) {
  const plain = (each) => (each >= " " && each <= "~" ? each : escaped(each));
  return [...text].slice(0, LONGEST).map(plain).join("");
}

// "where: what is wrong; expected what. What to do. [code]"; what is expected and what is wrong give way first.
function sentence(code, problem, field, expected, fix) {
  const tail = ` [${code}]`;
  const room = LONGEST - tail.length;
  let text = joined(field, problem, expected, fix);
  if (text.length > room) {
    const fewer = cut(expected, text.length - room);
    text = joined(field, problem, fewer, fix);
    text = joined(field, cut(problem, text.length - room), fewer, fix);
  }
  return (text.length <= room ? text : `${text.slice(0, room - 3)}...`) + tail;
}

function joined(field, problem, expected, fix) {
  const wanted = expected ? `; expected ${expected}` : "";
  const text = `${field ? `${field}: ` : ""}${problem}${wanted}${fix ? `. ${fix}` : ""}`.replace(/\.+$/, "") + ".";
  return /^[ -~]*$/.test(text) ? text : printable(text);
}

function cut(text, over) {
  const kept = Math.max(text.length - over - 3, SHOWN);
  return over > 0 && kept < text.length ? `${text.slice(0, kept)}...` : text;
}
