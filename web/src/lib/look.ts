// What a browser keeps for us: how the pages look (it may stay), drafts and what was searched for (they go with
// whoever signs out).

export const draftsBegin = "nennep.draft.";
const wordsBegin = "nennep.words.";
const look = ["nennep.language", "nennep.text", "nennep.density"];

/** Per cent of the size that a browser gives to text. */
export const textSizes = ["100", "115", "130"] as const;
export type TextSize = (typeof textSizes)[number];

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing shows it until the page is closed.
  }
}

export function textSize(): TextSize {
  return textSizes.find((size) => size === kept("nennep.text")) ?? "100";
}

/** Everything is measured by the size of the root's letters; 100 leaves what the browser was told. */
export function applyTextSize(size: TextSize = textSize()): void {
  document.documentElement.style.fontSize = size === "100" ? "" : `${size}%`;
}

export function setTextSize(size: TextSize): void {
  keep("nennep.text", size);
  applyTextSize(size);
}

/** Remembers the look over a sign-out, at which the server has the browser clear its store. */
export function keepLook(): () => void {
  const before = look.map((name) => [name, kept(name)] as const);
  return () => {
    for (const [name, value] of before) if (value !== null) keep(name, value);
  };
}

function drop(isDropped: (name: string) => boolean): void {
  try {
    for (const keeps of [localStorage, sessionStorage]) {
      for (const name of Object.keys(keeps)) if (isDropped(name)) keeps.removeItem(name);
    }
  } catch {
    // Where nothing is kept, nothing is dropped.
  }
}

/** What was written and not recorded, and what was searched for. */
export function dropWritten(): void {
  drop((name) => name.startsWith(draftsBegin) || name.startsWith(wordsBegin));
}

function placeOfWords(step: string): string {
  return `${wordsBegin}${location.pathname} ${step}`;
}

/** What a list was searched for at a step of this tab's history. */
export function keptWords(step: string): string {
  try {
    return sessionStorage.getItem(placeOfWords(step)) ?? "";
  } catch {
    return "";
  }
}

export function keepWords(step: string, words: string): void {
  try {
    if (words === "") sessionStorage.removeItem(placeOfWords(step));
    else sessionStorage.setItem(placeOfWords(step), words);
  } catch {
    // A browser that keeps nothing begins anew after a reload.
  }
}

export function dropWords(step: string): void {
  drop((name) => name.startsWith(wordsBegin) && name.endsWith(` ${step}`));
}
