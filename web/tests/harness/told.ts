// What a page tells its reader, as one text, so that two pages can be held against one another.
import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Stands in what is told while something is on its way. */
export const waits = "(waits)";

/**
 * The address apart: the title, everything that can be read in the page and in what lies over it, and what its
 * fields hold. `grows` leaves out what each look adds a line to.
 */
export function told(page: Page, grows = false): Promise<string> {
  return page.evaluate(
    ([leavesRows, mark]) => {
      const rooms = [...document.querySelectorAll<HTMLElement>("main, [role=dialog]")];
      const held = rooms.flatMap((room) =>
        [...room.querySelectorAll("input, select, textarea")].map((each) => {
          if (each instanceof HTMLSelectElement) return each.selectedOptions[0]?.textContent ?? "";
          if (each instanceof HTMLTextAreaElement) return each.value;
          const { type, checked, value } = each as HTMLInputElement;
          return type === "checkbox" || type === "radio" ? String(checked) : value;
        }),
      );
      if (leavesRows) for (const each of document.querySelectorAll<HTMLElement>("main table")) each.hidden = true;
      // What cannot be seen is not told.
      // biome-ignore lint/performance/useDomNodeTextContent: so it is for this one only
      const read = rooms.map((room) => room.innerText);
      if (leavesRows) for (const each of document.querySelectorAll<HTMLElement>("main table")) each.hidden = false;
      const orders = [...document.querySelectorAll("[aria-sort]")].map((head) => head.ariaSort);
      // What is told of the time of day goes on while one looks; each form proposes a key of its own.
      const passing = /\b\d{1,2}:\d{2}(:\d{2})?\b|(?<=đề nghị mã )[\w-]+/g;
      const isWaiting = document.querySelector("[aria-busy=true]") !== null;
      return [document.title, ...read, ...held, ...orders, ...(isWaiting ? [mark] : [])]
        .join("\n")
        .replace(passing, "…");
    },
    [grows, waits] as const,
  );
}

/** That a page comes to tell this. */
export async function expectTold(page: Page, wanted: string, what: string, grows = false): Promise<void> {
  await expect.poll(() => told(page, grows), { message: what, intervals: [100] }).toBe(wanted);
}
