// What was recorded last: said until it is dismissed or something else is recorded, on whichever screen
// one stands by then.
import { useSyncExternalStore } from "react";
import type { Receipt } from "../../api/records";
import type { Subject } from "./kinds";

export interface Recorded {
  type: string;
  subjects: Subject[];
  receipt: Receipt;
}

let latest: Recorded | undefined;
const listeners = new Set<() => void>();

export function sayRecorded(recorded: Recorded | undefined): void {
  latest = recorded;
  for (const listener of listeners) listener();
}

export function useRecorded(): Recorded | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => latest,
  );
}
