// How close the rows stand: "Thoáng" or "Gọn". Where one points with a finger they always have room.
import { useSyncExternalStore } from "react";

export type Density = "roomy" | "compact";

const kept = "nennep.density";
const listeners = new Set<() => void>();

let touched: boolean | undefined;

function isTouched(): boolean {
  touched ??= window.matchMedia?.("(pointer: coarse)").matches === true;
  return touched;
}

function wanted(): Density {
  try {
    return localStorage.getItem(kept) === "compact" ? "compact" : "roomy";
  } catch {
    return "roomy";
  }
}

let present: Density | undefined;

function density(): Density {
  if (present === undefined) show(isTouched() ? "roomy" : wanted());
  return present ?? "roomy";
}

function show(next: Density): void {
  present = next;
  document.documentElement.dataset.density = next;
}

export function setDensity(next: Density): void {
  try {
    localStorage.setItem(kept, next);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  show(isTouched() ? "roomy" : next);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDensity() {
  const now = useSyncExternalStore(listen, density);
  return { density: now, isOffered: !isTouched() };
}

/** In pixels; roomy rows hold two lines (`--table-row` in tokens.css). */
export function rowHeight(of: Density): number {
  return of === "compact" ? 36 : 48;
}
