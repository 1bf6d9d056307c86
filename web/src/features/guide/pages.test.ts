// The guide as a whole: whoever asks for help on a screen finds its page, no link leads nowhere, no page is
// forgotten, every picture is there and none is too much.
import { describe, expect, it } from "vitest";
import { headingName, pageName } from "./texts";

const files = import.meta.glob<string>("../../../../docs/guide/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const pictures = Object.keys(import.meta.glob("../../../../docs/guide/images/*"));
const sources = import.meta.glob<string>(["../../**/*.tsx", "!../../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const texts = new Map(Object.entries(files).map(([file, text]) => [pageName(file), text]));

/** Where the screens' question marks lead. */
const helps = new Set(
  Object.values(sources).flatMap((source) => [...source.matchAll(/\bguide="([^"]+)"/g)].map(([, slug]) => slug ?? "")),
);

interface Link {
  from: string;
  to: string;
}

const links: Link[] = [...texts].flatMap(([from, text]) =>
  [...text.matchAll(/\[[^\]]*\]\(([^)]*)\)/g)].map(([, to]) => ({ from, to: to ?? "" })),
);
const shown = links.filter(({ to }) => to.startsWith("images/"));
const led = links.filter(({ to }) => !to.startsWith("images/"));

function headings(page: string): string[] {
  return [...(texts.get(page) ?? "").matchAll(/^#{1,3} +(.+?) *$/gm)].map(([, heading]) => headingName(heading ?? ""));
}

function leadsSomewhere({ from, to }: Link): boolean {
  const [page = "", heading] = to.split("#");
  if (page !== "" && !/^[\w-]+\.md$/.test(page)) return false;
  const name = page === "" ? from : pageName(page);
  return texts.has(name) && (heading === undefined || headings(name).includes(heading));
}

describe("the pages of the guide", () => {
  it("are there for every screen", () => {
    expect(helps.size).toBeGreaterThan(10);
    expect([...helps].filter((slug) => !texts.has(slug))).toEqual([]);
  });

  it("lead only to pages and headings that are there", () => {
    expect(led.filter((link) => !leadsSomewhere(link))).toEqual([]);
  });

  it("are each reached from a screen or from another page", () => {
    const reached = new Set([
      ...helps,
      ...led
        .filter(({ from, to }) => pageName(to.replace(/#.*/, "")) !== from)
        .map(({ to }) => pageName(to.replace(/#.*/, ""))),
    ]);
    expect([...texts.keys()].filter((name) => !reached.has(name))).toEqual([]);
  });

  it("begin with their title, and name each heading once", () => {
    const faults = [...texts].filter(([name, text]) => {
      const named = headings(name);
      return !/^# \S/.test(text) || text.split(/^# /m).length !== 2 || new Set(named).size !== named.length;
    });
    expect(faults.map(([name]) => name)).toEqual([]);
  });

  it("show pictures that are there, and describe them; no picture is left over", () => {
    const there = pictures.map((file) => `images/${file.split("/").pop()}`).sort();
    expect([...new Set(shown.map(({ to }) => to))].sort()).toEqual(there);
    const undescribed = [...texts].filter(([, text]) => /!\[\s*\]/.test(text));
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });

  it("speak as the screens do", () => {
    const faults = [...texts].filter(([, text]) => /vui lòng|!(?!\[)/i.test(text));
    expect(faults.map(([name]) => name)).toEqual([]);
  });
});
