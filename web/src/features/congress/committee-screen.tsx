export function CommitteeScreen() {
  return null;
}
