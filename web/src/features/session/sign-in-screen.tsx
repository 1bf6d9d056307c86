import { Alert, Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Navigate, useLocation, useSearchParams } from "react-router";
import { answer, api, Problem } from "../../api/client";
import { type Session, sessionKey, useSession } from "../../api/session";
import { ownAddress } from "../../lib/own-address";
import { useWait } from "../../lib/wait";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { PasswordField } from "../../ui/password-field";
import { Door } from "./door";
import { useSessionWords } from "./words";

/** What the page of the first password hands over: whose it was, where signing in takes more than it. */
interface Before {
  name?: string;
}

export function SignInScreen() {
  const say = useSessionWords();
  const client = useQueryClient();
  const before = (useLocation().state ?? {}) as Before;
  const [values] = useSearchParams();
  const next = ownAddress(values.get("tiep"));
  const session = useSession();
  const [name, setName] = useState(before.name ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [wait, setWait] = useWait();
  const enter = useMutation({
    mutationFn: () => {
      const body = { name, password, ...(asksCode ? { code: code.trim() } : {}) };
      return answer<Session>(api.POST("/api/v1/session", { body }));
    },
    onSuccess: (signedIn) => {
      // Whatever another account had looked at is not for this one.
      client.clear();
      client.setQueryData(sessionKey, signedIn);
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      setAsksCode((was) => was || error.has("sign_in.code_needed"));
      setWait(error.wait ?? 0);
    },
  });
  const refusal = useRefusals(enter.error);
  if (session.data) return <Navigate to={next} replace />;
  const onlyCodeIsMissing = enter.error instanceof Problem && enter.error.has("sign_in.code_needed");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Door title={say("signIn")} about={say("signInAbout")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {values.get("da") === "mat-khau" && !enter.error && (
            <Alert color="ok" role="status">
              {say("passwordSet")}
            </Alert>
          )}
          {!onlyCodeIsMissing && <Refused error={enter.error} fields={asksCode ? ["code"] : []} />}
          <TextInput
            size="md"
            label={say("name")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <PasswordField
            label={say("password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
          />
          {asksCode && <Code value={code} onChange={setCode} error={onlyCodeIsMissing ? undefined : refusal("code")} />}
          {wait > 0 && <Text role="status">{say("wait", { seconds: wait })}</Text>}
          <Button
            type="submit"
            h={48}
            loading={enter.isPending}
            disabled={wait > 0 || name === "" || password === "" || (asksCode && code.trim() === "")}
          >
            {say("signIn")}
          </Button>
          <Text c="dimmed">{say("forgotten")}</Text>
        </Stack>
      </form>
    </Door>
  );
}

interface CodeField {
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}

/** The second factor: six digits, or one of the recovery codes. */
function Code({ value, onChange, error }: CodeField) {
  const say = useSessionWords();
  const [isRecovery, setRecovery] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const change = () => {
    setRecovery(!isRecovery);
    onChange("");
    field.current?.focus();
  };
  return (
    <Stack gap={4} align="stretch">
      <TextInput
        ref={field}
        size="md"
        label={say(isRecovery ? "recovery" : "code")}
        description={say(isRecovery ? "recoveryAbout" : "codeAbout")}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        inputMode={isRecovery ? "text" : "numeric"}
        autoComplete={isRecovery ? "off" : "one-time-code"}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Anchor component="button" type="button" ta="left" mih={44} onClick={change}>
        {say(isRecovery ? "useCode" : "useRecovery")}
      </Anchor>
    </Stack>
  );
}
