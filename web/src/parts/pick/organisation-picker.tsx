import type { PickerProps } from "./picked";

export function OrganisationPicker(_: PickerProps) {
  return null;
}
