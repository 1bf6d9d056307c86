// Ctrl+K. Drawn by app/palette once it is opened.
const asked = new EventTarget();

export function openPalette(): void {
  asked.dispatchEvent(new Event("open"));
}

export function Palette() {
  return null;
}
