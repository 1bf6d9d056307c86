// How the tests in Chromium are run; web/tests/run sets what they need.
import { defineConfig } from "@playwright/test";

const results = "../../build/web-tests";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.browser.ts",
  globalSetup: "./harness/global-setup.ts",
  outputDir: `${results}/failed`,
  // Files go beside one another, each worker with a server and books of its own.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // A ceiling for what hangs: the machine may be slow.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: `${results}/results.json` }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    reducedMotion: "reduce",
    screenshot: "only-on-failure",
    // Debian's, as it is patched by Debian; without the window that nobody sees it takes two thirds of the time.
    // In a container everybody is root, whom its sandbox refuses.
    launchOptions: {
      executablePath: process.env.NENNEP_CHROMIUM ?? "/usr/bin/chromium-headless-shell",
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
