import "@fontsource-variable/noto-sans/wght.css";
import "@mantine/core/styles.css";
import "./app/tokens.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { applyLook } from "./lib/kept";

applyLook();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
