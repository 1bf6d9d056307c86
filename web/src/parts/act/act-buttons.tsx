import type { Act } from "../../api/records";
import type { Subject } from "./kinds";

interface Buttons {
  acts: Act[];
  subject?: Subject;
  subjects?: Subject[];
  /** How many stand as buttons; the rest in a menu. */
  first?: number;
}

export function ActButtons(_: Buttons) {
  return null;
}
