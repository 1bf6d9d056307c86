import type { ManyPickerProps, PickerProps } from "./picked";
import { SubjectPicker } from "./subject-picker";
import { SubjectsPicker } from "./subjects-picker";

const organisations = { kind: "organisation" } as const;

export function OrganisationPicker(field: PickerProps) {
  return <SubjectPicker {...field} among={organisations} />;
}

export function OrganisationsPicker(field: ManyPickerProps) {
  return <SubjectsPicker {...field} among={organisations} />;
}
