// What is being written is kept in the browser until it is recorded, thrown away, or its writer signs out.
// Restricted matters are kept for the tab only: the machine may be shared.
import { draftsBegin } from "../../lib/look";
import type { Content, Values } from "./form-values";

export interface Draft {
  content: Content;
  /** What the form began with: a draft of something else is not taken up. */
  began: string;
  /** What the record said when it was begun, where a section is changed. */
  base?: Values;
  /** The key that was proposed for what is new, and the name of the last attempt to record. */
  proposed: string;
  attempt?: { content: string; once: string };
  savedAt: string;
}

function keeps(isRestricted: boolean): Storage {
  return isRestricted ? sessionStorage : localStorage;
}

export function draftName(account: string, type: string, about: string): string {
  return `${draftsBegin}${account}.${type}.${about}`;
}

export function keepDraft(name: string, draft: Draft, isRestricted: boolean): boolean {
  try {
    keeps(isRestricted).setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    // A browser that keeps nothing, or no more: the form goes on without.
    return false;
  }
}

export function keptDraft(name: string, isRestricted: boolean): Draft | undefined {
  try {
    const kept = keeps(isRestricted).getItem(name);
    return kept ? (JSON.parse(kept) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

export function dropDraft(name: string, isRestricted: boolean): void {
  try {
    keeps(isRestricted).removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
