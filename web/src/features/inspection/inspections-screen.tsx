export function InspectionsScreen() {
  return null;
}
