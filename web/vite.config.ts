import react from "@vitejs/plugin-react";
import presetMantine from "postcss-preset-mantine";
import { defineConfig } from "vite";
import { mantineStyles, oneScheme } from "./scripts/mantine-styles.ts";

// `npm run dev` shows the sources beside a program that runs: NENNEP_ADDRESS=http://127.0.0.1:8080
const server = process.env.NENNEP_ADDRESS ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), mantineStyles()],
  css: { postcss: { plugins: [presetMantine(), oneScheme] } },
  build: {
    target: ["chrome109", "firefox115", "safari15.6"],
    cssTarget: ["chrome109", "firefox115", "safari15.6"],
    // A font or picture inside a style sheet would be an address that the policy of contents forbids.
    assetsInlineLimit: 0,
    sourcemap: false,
    // The notices that the packages in the pages ask for; served, and named in the Debian package's copyright file.
    license: { fileName: "giay-phep.md" },
    // Which chunk needs which, for tests/size.mjs; the program is not built with it.
    manifest: true,
    modulePreload: { polyfill: false },
    // In kB before packing; tests/size.mjs limits what is sent.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs comes in one piece: forty small ones take seven turns of a slow line.
            { name: "first", tags: ["$initial"] },
          ],
        },
      },
    },
  },
  // The guide lies beside this folder, in docs/.
  server: {
    fs: { allow: [".", "../docs"] },
    proxy: { "/api": { target: server, changeOrigin: false }, "/readyz": server },
  },
});
