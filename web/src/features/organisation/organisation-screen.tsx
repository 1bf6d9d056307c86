export function OrganisationScreen() {
  return null;
}
