// What all entries of one timeline need to know.
import { createContext } from "react";
import type { Reader } from "./reading";

interface Told {
  reader: Reader | undefined;
  /** The entry that the address asks for. */
  asked: number | undefined;
  /** The address of the form that takes an entry back; none while the past is looked at. */
  takeBack: ((seq: number) => string) | undefined;
  /** Asks for what is behind a guard, of all entries. */
  reveal: ((guard: string) => void) | undefined;
}

export const HistoryContext = createContext<Told>({
  reader: undefined,
  asked: undefined,
  takeBack: undefined,
  reveal: undefined,
});
