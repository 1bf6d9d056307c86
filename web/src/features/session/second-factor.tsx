import { Anchor, Button, Code, Group, Loader, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Minus } from "lucide-react";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { answer, api, type Schemas } from "../../api/client";
import { type Session, sessionKey } from "../../api/session";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { StateBadge } from "../../ui/state-badge";
import { RecoveryCodes } from "./recovery-codes";
import { Section } from "./section";
import { useSessionWords } from "./words";

const QrPicture = lazy(async () => ({ default: (await import("./qr-picture")).QrPicture }));

type Step =
  | { at: "rest" }
  | { at: "setting_up"; factor: Schemas["second_factor"] }
  | { at: "codes"; codes: string[] }
  | { at: "dropping" };

export function SecondFactor({ who }: { who: Session }) {
  const say = useSessionWords();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: "rest" });
  const renew = () => client.invalidateQueries({ queryKey: sessionKey });
  const start = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/session/second-factor")),
    onSuccess: (factor) => setStep({ at: "setting_up", factor }),
  });
  const renewCodes = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/session/recovery-codes")),
    onSuccess: ({ recovery_codes: codes }) => setStep({ at: "codes", codes }),
  });
  const drop = useMutation({
    mutationFn: () => answer(api.DELETE("/api/v1/session/second-factor")),
    onSuccess: () => {
      setStep({ at: "rest" });
      return renew();
    },
  });
  return (
    <Section title={say("factorTitle")} about={say("factorAbout")}>
      <StateBadge color={who.second_factor ? "ok" : "warn"} icon={who.second_factor ? Check : Minus}>
        {say(who.second_factor ? "factorOn" : "factorOff")}
      </StateBadge>
      <Refused error={start.error ?? renewCodes.error ?? drop.error} />
      {step.at === "rest" && !who.second_factor && (
        <Button h={44} w="fit-content" loading={start.isPending} onClick={() => start.mutate()}>
          {say("factorStart")}
        </Button>
      )}
      {step.at === "setting_up" && (
        <SettingUp
          factor={step.factor}
          onCancel={() => setStep({ at: "rest" })}
          onCodes={(codes) => setStep({ at: "codes", codes })}
        />
      )}
      {step.at === "codes" && (
        <RecoveryCodes
          codes={step.codes}
          name={who.name}
          onKept={() => {
            setStep({ at: "rest" });
            void renew();
          }}
        />
      )}
      {step.at === "rest" && who.second_factor && (
        <Group gap="sm">
          <Button
            h={44}
            variant="default"
            loading={renewCodes.isPending}
            onClick={() => renewCodes.mutate()}
            title={say("codesNewAbout")}
          >
            {say("codesNew")}
          </Button>
          <Button h={44} variant="default" onClick={() => setStep({ at: "dropping" })}>
            {say("factorDrop")}
          </Button>
        </Group>
      )}
      {step.at === "dropping" && (
        <Stack gap="sm">
          <Text>{say("factorDropAbout")}</Text>
          <Group gap="sm">
            <Button h={44} color="bad" loading={drop.isPending} onClick={() => drop.mutate()}>
              {say("factorDropNow")}
            </Button>
            <Button h={44} variant="default" onClick={() => setStep({ at: "rest" })}>
              {say("cancel")}
            </Button>
          </Group>
        </Stack>
      )}
    </Section>
  );
}

interface SetUp {
  factor: Schemas["second_factor"];
  onCancel: () => void;
  onCodes: (codes: string[]) => void;
}

function SettingUp({ factor, onCancel, onCodes }: SetUp) {
  const say = useSessionWords();
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/session/second-factor/confirm", { body: { code: code.trim() } })),
    onSuccess: ({ recovery_codes: codes }) => onCodes(codes),
  });
  const refusal = useRefusals(confirm.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  const inFours = factor.seed.match(/.{1,4}/g)?.join(" ") ?? factor.seed;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" align="flex-start">
        <Text>{say("factorScan")}</Text>
        <Suspense fallback={<Loader />}>
          <QrPicture text={factor.address} label={say("factorPicture")} />
        </Suspense>
        <div>
          <Text>{say("factorSeed")}</Text>
          <Code fz="lg" translate="no">
            {inFours}
          </Code>
        </div>
        <Anchor href={factor.address}>{say("factorOpen")}</Anchor>
        <Refused error={confirm.error} fields={["code"]} />
        <TextInput
          size="md"
          label={say("factorCode")}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={refusal("code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <Group gap="sm">
          <Button type="submit" h={44} loading={confirm.isPending} disabled={code.trim() === ""}>
            {say("factorConfirm")}
          </Button>
          <Button h={44} variant="default" onClick={onCancel}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
