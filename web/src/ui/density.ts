// How close the rows stand: "Thoáng" or "Gọn". Where one points with a finger they always have room.
import { useSyncExternalStore } from "react";

export type Density = "roomy" | "compact";

const kept = "nennep.density";
const listeners = new Set<() => void>();

function isTouched(): boolean {
  return window.matchMedia?.("(pointer: coarse)").matches === true;
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

export function useDensity() {
  const now = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, density);
  return { density: now, isOffered: !isTouched() };
}

export function rowHeight(of: Density): number {
  return of === "compact" ? 36 : 44;
}
