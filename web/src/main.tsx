import "./app/safety";
import "./app/font.css";
import "@mantine/core/styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
// Last: what it says of Mantine's components, it says after them.
import "./app/tokens.css";
import { applyTextSize } from "./lib/look";

applyTextSize();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
