import { Alert, Button, Checkbox, Code, CopyButton, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { type FormEvent, useState } from "react";
import { answer, api, type Schemas } from "../../api/client";
import type { Session } from "../../api/session";
import { shownMoment } from "../../lib/day";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { ErrorState, Loading } from "../../ui/states";
import { Section } from "./section";
import { useSessionWords } from "./words";

const key = ["session", "tokens"];
const scopes = ["read", "record", "import"] as const;
type Scope = (typeof scopes)[number];

export function Tokens({ who }: { who: Session }) {
  const say = useSessionWords();
  const client = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Schemas["new_token"]>();
  const tokens = useQuery({ queryKey: key, queryFn: () => answer(api.GET("/api/v1/tokens")) });
  const renew = () => client.invalidateQueries({ queryKey: key });
  const end = useMutation({
    mutationFn: (id: string) => answer(api.DELETE("/api/v1/tokens/{id}", { params: { path: { id } } })),
    onSuccess: renew,
  });
  const take = (token: Schemas["new_token"]) => {
    setMade(token);
    setMaking(false);
    void renew();
  };
  return (
    <Section title={say("tokensTitle")} about={say("tokensAbout")}>
      <Refused error={end.error} />
      {made && <Made made={made} onKept={() => setMade(undefined)} />}
      {tokens.isPending && <Loading what={say("tokensWord")} rows={2} />}
      {tokens.isError && <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.tokens.length === 0 && <Text>{say("noTokens")}</Text>}
      {tokens.data && tokens.data.tokens.length > 0 && (
        <TokenTable
          tokens={tokens.data.tokens}
          ending={end.isPending ? end.variables : undefined}
          onEnd={(id) => end.mutate(id)}
        />
      )}
      {isMaking ? (
        <MakeToken who={who} onMade={take} onCancel={() => setMaking(false)} />
      ) : (
        <Button h={44} w="fit-content" variant="default" onClick={() => setMaking(true)}>
          {say("tokenMake")}
        </Button>
      )}
    </Section>
  );
}

interface TokenRows {
  tokens: Schemas["token"][];
  ending: string | undefined;
  onEnd: (id: string) => void;
}

function TokenTable({ tokens, ending, onEnd }: TokenRows) {
  const say = useSessionWords();
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say("tokenLabel")}</Table.Th>
            <Table.Th>{say("tokenScopes")}</Table.Th>
            <Table.Th>{say("roles")}</Table.Th>
            <Table.Th>{say("tokenUntil")}</Table.Th>
            <Table.Th>{say("tokenUsed")}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{say("actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>{token.label}</Table.Td>
              <Table.Td>{token.scopes.map((scope) => say(`scope.${scope as Scope}`)).join(", ")}</Table.Td>
              <Table.Td>{token.roles.map((held) => roleAt(say, held)).join("; ")}</Table.Td>
              <Table.Td>{shownMoment(token.until ?? "")}</Table.Td>
              <Table.Td>{token.used_at ? shownMoment(token.used_at) : say("never")}</Table.Td>
              <Table.Td ta="right">
                <Button
                  h={44}
                  variant="subtle"
                  loading={ending === token.id}
                  aria-label={say("endToken", { label: token.label })}
                  onClick={() => onEnd(token.id)}
                >
                  {say("end")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Made({ made, onKept }: { made: Schemas["new_token"]; onKept: () => void }) {
  const say = useSessionWords();
  return (
    <Alert color="ok" role="status">
      <Stack gap="sm" align="flex-start">
        <Text>{say("tokenSecret", { label: made.token.label })}</Text>
        <Code fz="md" translate="no" style={{ overflowWrap: "anywhere" }}>
          {made.secret}
        </Code>
        <Group gap="sm">
          <CopyButton value={made.secret}>
            {({ copied, copy }) => (
              <Button h={44} variant="default" leftSection={<Copy size={20} aria-hidden />} onClick={copy}>
                {say(copied ? "copied" : "copy")}
              </Button>
            )}
          </CopyButton>
          <Button h={44} variant="default" onClick={onKept}>
            {say("codesDone")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

interface Making {
  who: Session;
  onMade: (token: Schemas["new_token"]) => void;
  onCancel: () => void;
}

function MakeToken({ who, onMade, onCancel }: Making) {
  const say = useSessionWords();
  const [label, setLabel] = useState("");
  const [chosen, setChosen] = useState<string[]>(["read"]);
  const [days, setDays] = useState("90");
  const [roles, setRoles] = useState(who.roles.map(idOf));
  const number = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0;
  const areDaysRight = number >= 1 && number <= 365;
  const make = useMutation({
    mutationFn: () => {
      const held = who.roles.filter((role) => roles.includes(idOf(role)));
      const wish = {
        label,
        scopes: scopes.filter((scope) => chosen.includes(scope)),
        days: number,
        roles: held.map(({ role, organisation }) => ({ role, organisation: organisation?.key ?? "" })),
      };
      return answer(api.POST("/api/v1/tokens", { body: wish }));
    },
    onSuccess: onMade,
  });
  const refusal = useRefusals(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const isWhole = label.trim() !== "" && chosen.length > 0 && roles.length > 0 && areDaysRight;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        <Refused error={make.error} fields={["label", "days"]} />
        <TextInput
          size="md"
          label={say("tokenLabel")}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={refusal("label")}
          maxLength={100}
          required
        />
        <Checkbox.Group label={say("tokenScopes")} value={chosen} onChange={setChosen} required>
          <Group gap="lg" mih={44}>
            {scopes.map((scope) => (
              <Checkbox key={scope} size="md" value={scope} label={say(`scope.${scope}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <TextInput
          size="md"
          label={say("tokenDays")}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          error={areDaysRight ? refusal("days") : say("tokenDaysWrong")}
          inputMode="numeric"
          required
        />
        <Checkbox.Group label={say("tokenRoles")} value={roles} onChange={setRoles} required>
          <Stack gap="sm" mt={4}>
            {who.roles.map((held) => (
              <Checkbox key={idOf(held)} size="md" value={idOf(held)} label={roleAt(say, held)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group gap="sm">
          <Button type="submit" h={44} loading={make.isPending} disabled={!isWhole}>
            {say("tokenMake")}
          </Button>
          <Button h={44} variant="default" onClick={onCancel}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Held = Schemas["held_role"];

function idOf({ role, organisation }: Held): string {
  return `${role}@${organisation?.key ?? ""}`;
}

function roleAt(say: ReturnType<typeof useSessionWords>, { label, organisation }: Held): string {
  return say("roleAt", { role: label, place: organisation?.label ?? say("wholeHouse") });
}
