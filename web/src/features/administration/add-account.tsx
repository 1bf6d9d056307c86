import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { answer, api, type Schemas } from "../../api/client";
import { useMay } from "../../api/session";
import { PersonPicker } from "../../parts/pick/person-picker";
import { Refused, useRefusals } from "../../parts/refused/refused";
import { accountsKey } from "./accounts";
import { asked, emptyWish, GrantFields } from "./grants";
import { useAdministrationWords } from "./words";

interface Adding {
  onDone: (name: string, link: Schemas["invited"]) => void;
  onCancel: () => void;
}

export function AddAccount({ onDone, onCancel }: Adding) {
  const say = useAdministrationWords();
  const client = useQueryClient();
  // Who keeps accounts need not see anybody's file, and then knows its key at most.
  const seesPeople = useMay()("see.person");
  const [name, setName] = useState("");
  const [person, setPerson] = useState<{ key: string; label: string }>();
  const [wishes, setWishes] = useState(() => [emptyWish()]);
  const add = useMutation({
    mutationFn: () => {
      const body = { name, roles: asked(wishes), ...(person ? { person: person.key } : {}) };
      return answer(api.POST("/api/v1/accounts", { body }));
    },
    onSuccess: (link) => {
      onDone(name, link);
      return client.invalidateQueries({ queryKey: accountsKey });
    },
  });
  const refusal = useRefusals(add.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Refused error={add.error} fields={["name", "person", ...roleFields(wishes.length)]} />
        <TextInput
          size="md"
          label={say("name")}
          description={say("nameAbout")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refusal("name")}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
        {seesPeople ? (
          <PersonPicker label={say("person")} value={person} onChange={setPerson} error={refusal("person")} />
        ) : (
          <TextInput
            size="md"
            label={say("person")}
            description={say("personAbout")}
            value={person?.key ?? ""}
            onChange={({ currentTarget: { value } }) =>
              setPerson(value === "" ? undefined : { key: value, label: value })
            }
            error={refusal("person")}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <GrantFields wishes={wishes} onChange={setWishes} refusal={refusal} />
        <Group gap="sm">
          <Button
            type="submit"
            h={44}
            loading={add.isPending}
            disabled={name.trim() === "" || wishes.some(({ role }) => role === null)}
          >
            {say("addAccount")}
          </Button>
          <Button h={44} variant="default" onClick={onCancel}>
            {say("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The fields at which a form of so many roles says what speaks against them. */
export function roleFields(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    ["role", "organisation", "from", "until"].map((field) => `roles[${index}].${field}`),
  ).flat();
}
