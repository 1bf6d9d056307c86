export function MassOrganisationsScreen() {
  return null;
}
