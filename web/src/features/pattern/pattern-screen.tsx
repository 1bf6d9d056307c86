export function PatternScreen() {
  return null;
}
