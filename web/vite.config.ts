import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `npm run dev` shows the sources beside a program that runs: NENNEP_ADDRESS=http://127.0.0.1:8080
const server = process.env.NENNEP_ADDRESS ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  build: {
    target: ["chrome109", "firefox115", "safari15.6"],
    cssTarget: ["chrome109", "firefox115", "safari15.6"],
    // A font or picture inside a style sheet would be an address that the policy of contents forbids.
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
  },
  // The guide lies beside this folder, in docs/.
  server: {
    fs: { allow: [".", "../docs"] },
    proxy: { "/api": { target: server, changeOrigin: false }, "/readyz": server },
  },
});
