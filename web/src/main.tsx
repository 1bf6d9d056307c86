import "./app/safety";
import "./app/font.css";
import "@mantine/core/styles.css";
import "./app/tokens.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { applyTextSize } from "./lib/look";

applyTextSize();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
