export function Settling() {
  return null;
}
