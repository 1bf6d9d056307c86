export function CongressesScreen() {
  return null;
}
