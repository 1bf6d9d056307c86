export function MassOrganisationScreen() {
  return null;
}
