// What is being written is kept in the browser until it is recorded, thrown away, or its writer signs out.
// Restricted matters are kept for the tab only: the machine may be shared.
import type { EventType } from "../../api/catalogue";
import { draftsBegin } from "../../lib/look";
import type { Content, Values } from "./form-values";

export interface Kept<Written> {
  content: Written;
  /** The name of the last attempt to record. */
  attempt?: { content: string; once: string };
  savedAt: string;
}

export interface Draft extends Kept<Content> {
  /** What the form began with: a draft of something else is not taken up. */
  began: string;
  /** What the record said when it was begun, where a section is changed. */
  base?: Values;
  /** The key that was proposed for what is new. */
  proposed: string;
}

export function isRestrictedMatter(type: EventType): boolean {
  return type.restricted !== undefined || type.fields.some(({ guard }) => guard !== undefined);
}

function keeps(isRestricted: boolean): Storage {
  return isRestricted ? sessionStorage : localStorage;
}

export function draftName(account: string, type: string, about: string): string {
  return `${draftsBegin}${account}.${type}.${about}`;
}

export function keepDraft(name: string, draft: Kept<unknown>, isRestricted: boolean): boolean {
  try {
    keeps(isRestricted).setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    // A browser that keeps nothing, or no more: the form goes on without.
    return false;
  }
}

export function keptDraft<Any extends Kept<unknown>>(name: string, isRestricted: boolean): Any | undefined {
  try {
    const kept = keeps(isRestricted).getItem(name);
    return kept ? (JSON.parse(kept) as Any) : undefined;
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
