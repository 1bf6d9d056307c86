// A password that can be looked at while it is typed.
import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useUiWords } from "./words";

export function PasswordField(field: PasswordInputProps) {
  const say = useUiWords();
  return (
    <PasswordInput
      size="md"
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ "aria-label": say("showPassword") }}
      // Of its fields Mantine leaves this one alone without it.
      aria-invalid={field.error ? true : undefined}
      {...field}
    />
  );
}
