// The look: the tokens stand in tokens.css; Mantine's components are told to use them.
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const primary: MantineColorsTuple = [
  "#e8f0f6",
  "#d3e1ec",
  "#a8c4d9",
  "#7ba6c5",
  "#548cb3",
  "#397ba8",
  "#2a6c9b",
  "#1d5f8d",
  "#14507a",
  "#0b4169",
];
const bad: MantineColorsTuple = [
  "#fbe9e7",
  "#f6d3cf",
  "#eba8a1",
  "#e07c72",
  "#d6574b",
  "#cf3f33",
  "#c33228",
  "#b3261e",
  "#9b1c15",
  "#83140e",
];
const ok: MantineColorsTuple = [
  "#e6f2ea",
  "#cfe5d6",
  "#a1ccaf",
  "#72b387",
  "#4b9e66",
  "#338f52",
  "#258046",
  "#1b6b3a",
  "#125a2f",
  "#094824",
];
const warn: MantineColorsTuple = [
  "#fbf1dc",
  "#f5e2b9",
  "#ebc676",
  "#dba93b",
  "#c3901a",
  "#a9780b",
  "#996904",
  "#8a5a00",
  "#744b00",
  "#5e3d00",
];
const secret: MantineColorsTuple = [
  "#f1eaf6",
  "#e0d2eb",
  "#c2a6d8",
  "#a378c4",
  "#8a52b2",
  "#7a3ba6",
  "#6b3198",
  "#5b2a86",
  "#4c2171",
  "#3d195d",
];

export const theme = createTheme({
  fontFamily: '"Noto Sans Variable", "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif',
  headings: {
    fontWeight: "600",
    sizes: { h1: { fontSize: "1.625rem", lineHeight: "1.3" }, h2: { fontSize: "1.1875rem", lineHeight: "1.3" } },
  },
  fontSizes: { xs: "0.875rem", sm: "0.9375rem", md: "1rem", lg: "1.1875rem", xl: "1.625rem" },
  lineHeights: { xs: "1.45", sm: "1.5", md: "1.55", lg: "1.4", xl: "1.3" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  defaultRadius: 4,
  primaryColor: "primary",
  primaryShade: 8,
  colors: { primary, bad, ok, warn, secret },
  black: "#1c1b1a",
  respectReducedMotion: true,
  focusRing: "auto",
  cursorType: "pointer",
  components: {
    // The head of a drawer is no banner of the page: screen readers would find two.
    DrawerHeader: { defaultProps: { role: "none" } },
    ModalHeader: { defaultProps: { role: "none" } },
    DrawerTitle: { defaultProps: { fz: "lg", fw: 600 } },
    ModalTitle: { defaultProps: { fz: "lg", fw: 600 } },
  },
});
