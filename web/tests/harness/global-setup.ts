// Plays the sample year once for all tests. NENNEP_TEMPLATE names one that is there already.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeTemplate } from "./house";

export default function prepare(): (() => void) | undefined {
  if (process.env.NENNEP_TEMPLATE) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "nennep-web-year-"));
  makeTemplate(folder);
  process.env.NENNEP_TEMPLATE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
