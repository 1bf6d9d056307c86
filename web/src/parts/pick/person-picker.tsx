import type { ManyPickerProps, PickerProps } from "./picked";
import { SubjectPicker } from "./subject-picker";
import { SubjectsPicker } from "./subjects-picker";

const people = { kind: "person" } as const;

export function PersonPicker(field: PickerProps) {
  return <SubjectPicker {...field} among={people} />;
}

export function PeoplePicker(field: ManyPickerProps) {
  return <SubjectsPicker {...field} among={people} />;
}
