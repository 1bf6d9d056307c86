export function ClassScreen() {
  return null;
}
