export function DirectiveScreen() {
  return null;
}
