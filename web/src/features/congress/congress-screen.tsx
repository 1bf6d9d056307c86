export function CongressScreen() {
  return null;
}
