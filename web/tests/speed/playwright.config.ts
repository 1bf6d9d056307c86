// The same browser and the same year as the tests, for what takes longer and wants a quiet machine.
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

export default defineConfig({
  ...tests,
  testDir: ".",
  testMatch: "*.speed.ts",
  globalSetup: "../harness/global-setup.ts",
  outputDir: "../../../build/web-speed",
  reporter: [["line"]],
  timeout: 600_000,
});
