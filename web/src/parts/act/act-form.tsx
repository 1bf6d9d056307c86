import type { ActFormProps } from "./kinds";

export function ActForm(_: ActFormProps) {
  return null;
}
