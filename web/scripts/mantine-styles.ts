// Mantine's style sheet holds all of its components, 38 kB packed. Here each component brings its own instead:
// what no screen uses is left out, and what only a screen uses that is fetched later comes with that screen.
// `import "@mantine/core/styles.css"` stays for `vite dev`; in a build it stands for what all components share.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const whole = "@mantine/core/styles.css";
const shared = ["default-css-variables", "baseline", "global"];
const names = /\/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;

const folder = join(dirname(createRequire(import.meta.url).resolve(whole)), "styles");

/** The styles of one component, if it is one whose class names stand in this file. */
export function stylesOf(id: string, code: string): string | undefined {
  const name = names.exec(id)?.[1];
  if (name === undefined) return undefined;
  const path = join(folder, `${name}.css`);
  const styles = readFileSync(path, "utf8");
  for (const [mentioned] of code.matchAll(/\bm_[0-9a-f]+\b/g)) {
    if (!styles.includes(mentioned)) throw new Error(`${path} says nothing of ${mentioned}`);
  }
  return path;
}

export function mantineStyles(): Plugin {
  return {
    name: "mantine-styles",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (id.replaceAll("\\", "/").endsWith("/src/main.tsx")) {
        const imports = shared.map((name) => `import "${join(folder, `${name}.css`)}";`).join(" ");
        const changed = code.replace(`import "${whole}";`, imports);
        if (changed === code) throw new Error(`main.tsx no longer imports ${whole}`);
        return { code: changed, map: null };
      }
      const styles = stylesOf(id.replaceAll("\\", "/"), code);
      return styles === undefined ? undefined : { code: `import "${styles}";\n${code}`, map: null };
    },
  };
}

interface Rule {
  selectors: string[];
  remove(): void;
}

/** Of what PostCSS reads, leaves out what is never looked at: dark pages, and lines from right to left. */
export const oneScheme = {
  postcssPlugin: "one-scheme",
  Rule(rule: Rule) {
    const kept = rule.selectors.filter((each) => !/color-scheme=['"]?dark|\[dir=['"]?rtl/.test(each));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  },
};
