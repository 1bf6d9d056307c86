// All words that people read stand in files words.ts beside the screens that show them, Vietnamese and
// English side by side: a text that lacks a language, and a name that no text has, do not compile.
import i18next from "i18next";
import { useSyncExternalStore } from "react";
import type { Language } from "./number";

const kept = "nennep.language";

function firstLanguage(): Language {
  try {
    return localStorage.getItem(kept) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

void i18next.init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources: { vi: {}, en: {} },
  interpolation: { escapeValue: false },
});

export function language(): Language {
  return i18next.language === "en" ? "en" : "vi";
}

export function speak(next: Language): void {
  try {
    localStorage.setItem(kept, next);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  document.documentElement.lang = next;
  void i18next.changeLanguage(next);
}

/** A text in both languages; `one` is the English for a `count` of one. */
export interface Both {
  vi: string;
  en: string;
  one?: string;
}

type Label = Pick<Both, "vi" | "en">;
export type Values = Record<string, string | number>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** Announces the texts of a place; the result is the hook by which components say them. */
export function words<Key extends string>(place: string, texts: Record<Key, Both>): () => Say<Key> {
  const vi: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const key of Object.keys(texts) as Key[]) {
    vi[key] = texts[key].vi;
    // The rules of English know two numbers; Vietnamese has one.
    if (texts[key].one !== undefined) {
      en[`${key}_one`] = texts[key].one;
      en[`${key}_other`] = texts[key].en;
    }
    en[key] = texts[key].en;
  }
  i18next.addResourceBundle("vi", place, vi);
  i18next.addResourceBundle("en", place, en);
  return () => useSaying(place, texts);
}

/** What says the texts of a place in a language is the same each time: a page has hundreds who ask for it. */
const sayings = new Map<string, Say<string>>();

function useSaying<Key extends string>(place: string, texts: Record<Key, Both>): Say<Key> {
  const spoken = useLanguage();
  const name = `${spoken} ${place}`;
  const made = sayings.get(name);
  if (made) return made;
  const said = i18next.getFixedT(spoken, place) as (key: string, values: Values) => string;
  // Most texts have nothing to fill in.
  const saying: Say<Key> = (key, values) => (values ? said(key, values) : texts[key][spoken]);
  sayings.set(name, saying as Say<string>);
  return saying;
}

const labels = {
  vi: (label: Label | undefined) => label?.vi ?? "",
  en: (label: Label | undefined) => label?.en ?? "",
};

/** Labels come from the server in both languages. */
export function useLabel(): (label: Label | undefined) => string {
  return labels[useLanguage()];
}

function onLanguage(changed: () => void): () => void {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}

/** Drawn again when the language changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}
