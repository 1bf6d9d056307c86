// How the tests in Chromium are run; web/tests/run sets what they need.
import { defineConfig } from "@playwright/test";

const results = "../../build/web-tests";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.browser.ts",
  globalSetup: "./harness/global-setup.ts",
  outputDir: `${results}/failed`,
  // One at a time: what is measured and what is recorded shall not disturb one another.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
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
    // Debian's, as it is patched by Debian. In a container everybody is root, whom its sandbox refuses.
    launchOptions: {
      executablePath: process.env.NENNEP_CHROMIUM ?? "/usr/bin/chromium",
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
