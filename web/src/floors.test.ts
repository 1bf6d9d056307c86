// Who may include whom: a feature never another one, a piece of `ui` never what asks the server (docs/adr/0016).
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const root = join(__dirname);
const below: Record<string, string[]> = {
  app: ["app", "features", "parts", "ui", "lib", "api"],
  features: ["parts", "ui", "lib", "api"],
  parts: ["parts", "ui", "lib", "api"],
  ui: ["ui", "lib"],
  api: ["api", "lib"],
  lib: ["lib"],
};

function roomOf(path: string): string {
  const [floor, room] = path.split("/");
  return floor === "features" ? `features/${room}` : (floor ?? "");
}

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.tsx?$/.test(path) && !path.includes(".test.") && path.includes("/") && !path.startsWith("testing/"),
);

test("each floor includes only those below it", () => {
  const wrong: string[] = [];
  for (const path of files) {
    const floor = path.split("/")[0] ?? "";
    const text = readFileSync(join(root, path), "utf8");
    for (const [, named] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
      const target = normalize(join(dirname(path), named ?? ""));
      if (target.startsWith("..")) continue;
      const isOwn = roomOf(target) === roomOf(path);
      if (!isOwn && !below[floor]?.includes(target.split("/")[0] ?? "")) wrong.push(`${path} → ${target}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(files.length).toBeGreaterThan(150);
});
