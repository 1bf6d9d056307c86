// What axe finds wrong with a page; nothing may be.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Within the page itself, which has no frames, and without all that was found right: a quarter of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.withTags(rules).analyze();
  const said = violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")} ${failureSummary}`),
  );
  expect.soft(said, `axe: ${what}`).toEqual([]);
}

/** That nothing has to be scrolled sideways to be read. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room + 1) return [];
    // The innermost elements that stand out, without what scrolls in a box of its own.
    const out = [...document.querySelectorAll("body *")].filter(
      (each) => each.getBoundingClientRect().right > room + 1,
    );
    return out
      .filter((each) => ![...each.children].some((child) => out.includes(child)))
      .slice(0, 5)
      .map((each) => `${each.tagName} ${each.className} "${each.textContent?.slice(0, 40)}"`);
  });
  expect.soft(wide, `sideways scroll: ${what}`).toEqual([]);
}
