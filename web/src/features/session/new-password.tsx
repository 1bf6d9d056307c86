import { List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { PasswordField } from "../../ui/password-field";
import { useSessionWords } from "./words";

interface NewPasswordField {
  value: string;
  onChange: (password: string) => void;
  /** Told whether it was entered twice alike. */
  onSame: (isSame: boolean) => void;
  error: string | undefined;
  label?: string;
}

/** A new password, entered twice, under what makes a good one. Whether it is one, the server judges. */
export function NewPassword({ value, onChange, onSame, error, label }: NewPasswordField) {
  const say = useSessionWords();
  const [again, setAgain] = useState("");
  const [isLeft, setLeft] = useState(false);
  const change = (first: string, second: string) => {
    onChange(first);
    setAgain(second);
    onSame(first !== "" && first === second);
  };
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{say("rulesTitle")}</Text>
        <List size="md">
          <List.Item>{say("ruleLength")}</List.Item>
          <List.Item>{say("ruleWords")}</List.Item>
          <List.Item>{say("ruleNot")}</List.Item>
        </List>
      </div>
      <PasswordField
        label={label ?? say("password")}
        value={value}
        onChange={(event) => change(event.currentTarget.value, again)}
        error={error}
        autoComplete="new-password"
        required
      />
      <PasswordField
        label={say("again")}
        value={again}
        onChange={(event) => change(value, event.currentTarget.value)}
        onBlur={() => setLeft(true)}
        error={isLeft && again !== "" && again !== value ? say("different") : undefined}
        autoComplete="new-password"
        required
      />
    </Stack>
  );
}
