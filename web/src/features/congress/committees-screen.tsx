export function CommitteesScreen() {
  return null;
}
