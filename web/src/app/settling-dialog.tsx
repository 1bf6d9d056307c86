import { Anchor, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { answer, api, Problem } from "../api/client";
import { type Session, sessionKey } from "../api/session";
import { useWait } from "../lib/wait";
import { Refused, useRefusals } from "../parts/refused/refused";
import { PasswordField } from "../ui/password-field";
import { useSettlingWords } from "./settling-words";

interface Settling {
  question: "sign_in" | "confirm";
  session: Session;
  onSettled: (isSettled: boolean) => void;
}

export function SettlingDialog({ question, session, onSettled }: Settling) {
  const say = useSettlingWords();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [wait, setWait] = useWait();
  const [asksCode, setAsksCode] = useState(question === "confirm" && session.second_factor);
  const give = useMutation({
    mutationFn: async () => {
      const given = { password, ...(asksCode && code.trim() !== "" ? { code: code.trim() } : {}) };
      if (question === "confirm") return answer(api.POST("/api/v1/session/confirm", { body: given }));
      const body = { name: session.name, ...given };
      client.setQueryData(sessionKey, await answer<Session>(api.POST("/api/v1/session", { body })));
    },
    onSuccess: () => onSettled(true),
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      setAsksCode((before) => before || error.has("sign_in.code_needed"));
      setWait(error.wait ?? 0);
    },
  });
  const refusal = useRefusals(give.error);
  const needsOnlyCode = give.error instanceof Problem && give.error.has("sign_in.code_needed");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands inside a form's tree, though not inside its element.
    event.stopPropagation();
    give.mutate();
  };
  const elsewhere = `/dang-nhap?tiep=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <Modal
      opened
      onClose={() => onSettled(false)}
      title={say(question === "confirm" ? "confirmTitle" : "signInTitle")}
      closeButtonProps={{ "aria-label": say("close") }}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{say(question === "confirm" ? "confirmAbout" : "signInAbout")}</Text>
          {!needsOnlyCode && <Refused error={give.error} fields={asksCode ? ["code", "password"] : ["password"]} />}
          <TextInput size="md" label={say("name")} value={session.name} readOnly autoComplete="username" />
          <PasswordField
            label={say("password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={refusal("password")}
            autoComplete="current-password"
            data-autofocus
            required
          />
          {asksCode && (
            <TextInput
              size="md"
              label={say("code")}
              description={say("codeAbout")}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              error={refusal("code")}
              autoComplete="one-time-code"
            />
          )}
          {wait > 0 && <Text role="status">{say("wait", { seconds: wait })}</Text>}
          <Group justify="space-between">
            {question === "sign_in" ? <Anchor href={elsewhere}>{say("other")}</Anchor> : <span />}
            <Group gap="sm">
              <Button h={44} variant="default" onClick={() => onSettled(false)}>
                {say("later")}
              </Button>
              <Button h={44} type="submit" loading={give.isPending} disabled={wait > 0 || password === ""}>
                {say(question === "confirm" ? "confirm" : "signIn")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
