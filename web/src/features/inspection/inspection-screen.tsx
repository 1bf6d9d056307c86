export function InspectionScreen() {
  return null;
}
