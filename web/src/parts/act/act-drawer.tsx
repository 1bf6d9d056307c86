import type { Receipt } from "../../api/records";
import type { Subject } from "./kinds";

interface Drawer {
  /** The record that the screen shows; acts without `lam_ve` in the address are about it. */
  subject?: Subject;
  /** Data to begin with, by the name of the field. */
  preset?: Record<string, unknown>;
  onDone?: (receipt: Receipt) => void;
}

/** Reads `lam` (type of event), `lam_ve` (person:DV001, repeated for several), `lam_muc` (entry taken back). */
export function ActDrawer(_: Drawer) {
  return null;
}
