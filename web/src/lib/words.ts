// All words that people read stand in files words.ts beside the screens that show them, Vietnamese and
// English side by side: a text that lacks a language, and a name that no text has, do not compile.
import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "./number";

const kept = "nennep.language";

function firstLanguage(): Language {
  try {
    return localStorage.getItem(kept) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources: { vi: {}, en: {} },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
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

export type Values = Record<string, string | number>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** Announces the texts of a place; the result is the hook by which components say them. */
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
  return () => useSaying(place);
}

function useSaying<Key extends string>(place: string): Say<Key> {
  // Told again when the language changes. Which keys there are is checked above, not by i18next's types.
  const { i18n } = useTranslation();
  const said = i18n.getFixedT(i18n.language, place) as (key: string, values: Values) => string;
  return (key, values) => said(key, values ?? {});
}

/** Labels come from the server in both languages. */
export function useLabel(): (label: { vi: string; en: string } | undefined) => string {
  const { i18n } = useTranslation();
  return (label) => (label ? label[i18n.language === "en" ? "en" : "vi"] : "");
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "vi";
}
