import type { PickerProps } from "./picked";

export function PersonPicker(_: PickerProps) {
  return null;
}
