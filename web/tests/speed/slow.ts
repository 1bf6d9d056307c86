// The machines that ux.md §8 names, and what a page shows of its own speed.
import type { BrowserContextOptions, Page } from "@playwright/test";

export interface Machine {
  name: string;
  cpu: number;
  /** kilobits and milliseconds */
  download: number;
  latency: number;
  options: BrowserContextOptions;
}

/** Longer than anything that is measured may take, in milliseconds. */
const quiet = 1_500;

export const pc: Machine = {
  name: "PC",
  cpu: 6,
  download: 10_000,
  latency: 40,
  options: { viewport: { width: 1366, height: 768 } },
};
export const phone: Machine = {
  name: "phone",
  cpu: 4,
  download: 1_600,
  latency: 150,
  options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

export interface Told {
  fcp: number;
  lcp: number;
  shift: number;
  blocked: number;
  /** The longest time from a key or a press to what is painted then. */
  press: number;
}

/** Watches from the first moment on; `told` reads what was seen. */
export async function makeSlow(page: Page, machine: Machine): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const bytes = (machine.download * 1000) / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: machine.latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: machine.cpu });
  await page.addInitScript(() => {
    const seen = { fcp: 0, lcp: 0, shift: 0, blocked: 0, press: 0 };
    Object.assign(window, { seen });
    const watch = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
    watch("paint", (entry) => {
      if (entry.name === "first-contentful-paint") seen.fcp = entry.startTime;
    });
    watch("largest-contentful-paint", (entry) => {
      seen.lcp = entry.startTime;
    });
    watch("layout-shift", (entry) => {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) seen.shift += shift.value;
    });
    watch("longtask", (entry) => {
      seen.blocked += Math.max(0, entry.duration - 50);
    });
    watch(
      "event",
      (entry) => {
        if (/^(key|pointer|click|input)/.test(entry.name)) seen.press = Math.max(seen.press, entry.duration);
      },
      { durationThreshold: 16 },
    );
  });
}

export function told(page: Page): Promise<Told> {
  return page.evaluate(() => (window as unknown as { seen: Told }).seen);
}

/** Forgets the presses so far, so that the next ones are told alone. */
export function forgetPresses(page: Page): Promise<void> {
  return page.evaluate(() => {
    (window as unknown as { seen: Told }).seen.press = 0;
  });
}

/** How long it takes, in the page's own time, from a press on `from` until `until` is painted. */
export async function timeFrom(page: Page, from: string, until: string): Promise<number> {
  await page.evaluate(
    ([pressed, awaited]) => {
      const timing = { start: 0, end: 0 };
      Object.assign(window, { timing });
      document.querySelector(pressed as string)?.addEventListener(
        "click",
        () => {
          timing.start = performance.now();
          const look = () => {
            if (document.querySelector(awaited as string)) requestAnimationFrame(() => setTimeout(stop));
            else requestAnimationFrame(look);
          };
          const stop = () => {
            timing.end = performance.now();
          };
          look();
        },
        { capture: true, once: true },
      );
    },
    [from, until],
  );
  await page.locator(from).first().click();
  // Whoever asks puts code of their own into the page, which on a slow PC takes 50 ms: not while it is measured.
  await page.waitForTimeout(quiet);
  await page.waitForFunction(() => (window as unknown as { timing: { end: number } }).timing.end > 0);
  return page.evaluate(() => {
    const { start, end } = (window as unknown as { timing: { start: number; end: number } }).timing;
    return end - start;
  });
}

export function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
