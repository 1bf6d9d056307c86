// The one-time link. Its secret stands after the # of the address, which no browser sends anywhere; it goes to
// the server once, inside the request that sets the password.
import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { answer, api, Problem } from "../../api/client";
import { type Session, sessionKey } from "../../api/session";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { Door } from "./door";
import { NewPassword } from "./new-password";
import { useSessionWords } from "./words";

export function FirstScreen() {
  const say = useSessionWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [secret] = useState(() => window.location.hash.slice(1));
  const [name, setName] = useState("");
  const [asksName, setAsksName] = useState(false);
  const [password, setPassword] = useState("");
  const [isSame, setSame] = useState(false);
  const set = useMutation({
    mutationFn: async () => {
      const body = { secret, password, ...(asksName ? { name } : {}) };
      const { name: whose } = await answer(api.POST("/api/v1/session/first", { body }));
      return { whose, session: await enter(whose, password) };
    },
    onSuccess: ({ whose, session }) => {
      client.clear();
      if (session) client.setQueryData(sessionKey, session);
      // The link is used up: it goes out of the browser's history.
      if (session) void navigate("/", { replace: true });
      else void navigate("/dang-nhap?da=mat-khau", { replace: true, state: { name: whose } });
    },
    // Only of the first administrator the server does not know whose link it is.
    onError: (error) => setAsksName((was) => was || (error instanceof Problem && error.has("account.bad_name"))),
  });
  const refusal = useRefusals(set.error);
  const asksNameFirst = asksName && name === "" && set.error instanceof Problem && set.error.has("account.bad_name");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  if (secret === "") {
    return (
      <Door title={say("firstTitle")} about={say("firstAbout")}>
        <Alert color="bad" role="alert">
          {say("firstNoSecret")}
        </Alert>
      </Door>
    );
  }
  return (
    <Door title={say("firstTitle")} about={say("firstAbout")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {!asksNameFirst && <Refused error={set.error} fields={["name", "password"]} />}
          {asksName && (
            <>
              <Text role="status">{say("firstName")}</Text>
              <TextInput
                size="md"
                label={say("name")}
                description={say("nameAbout")}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                error={asksNameFirst ? undefined : refusal("name")}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                data-autofocus
              />
            </>
          )}
          <NewPassword value={password} onChange={setPassword} onSame={setSame} error={refusal("password")} />
          <Button
            type="submit"
            h={48}
            loading={set.isPending}
            disabled={password === "" || !isSame || (asksName && name === "")}
          >
            {say("setPassword")}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

/** Signs in with the new password; nothing where that takes more, a code of the second factor for one. */
async function enter(name: string, password: string): Promise<Session | undefined> {
  const { data } = await api.POST("/api/v1/session", { body: { name, password } });
  return data;
}
