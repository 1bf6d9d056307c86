import { Button, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { answer, api } from "../../api/client";
import { wipe } from "../../api/session";
import { keepLook } from "../../lib/look";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { PasswordField } from "../../ui/password-field";
import { NewPassword } from "./new-password";
import { Section } from "./section";
import { useSessionWords } from "./words";

export function ChangePassword({ name }: { name: string }) {
  const say = useSessionWords();
  const client = useQueryClient();
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState("");
  const [isSame, setSame] = useState(false);
  const change = useMutation({
    mutationFn: async () => {
      const restore = keepLook();
      await answer(api.PUT("/api/v1/session/password", { body: { old_password: before, new_password: after } }));
      restore();
    },
    // The server has ended every session, this one too.
    onSuccess: () => {
      wipe(client);
      window.location.assign("/dang-nhap?da=mat-khau&tiep=/tai-khoan");
    },
  });
  const refusal = useRefusals(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Section title={say("passwordTitle")} about={say("passwordAbout")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={480}>
          <Refused error={change.error} fields={["old_password", "new_password", "password"]} />
          <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
          <PasswordField
            label={say("oldPassword")}
            value={before}
            onChange={(event) => setBefore(event.currentTarget.value)}
            error={refusal("old_password")}
            autoComplete="current-password"
            required
          />
          <NewPassword
            label={say("newPassword")}
            value={after}
            onChange={setAfter}
            onSame={setSame}
            error={refusal("new_password") ?? refusal("password")}
          />
          <Button type="submit" h={44} w="fit-content" loading={change.isPending} disabled={before === "" || !isSame}>
            {say("changePassword")}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
