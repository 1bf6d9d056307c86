// Roles as one reads them, and as one gives them: which, where, from and until when.
import { Button, Fieldset, Group, List, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useCatalogue } from "../../api/catalogue";
import type { Schemas } from "../../api/client";
import { shownDay } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { OrganisationPicker } from "../../parts/pick/organisation-picker";
import { DayField } from "../../ui/day-field";
import { useAdministrationWords } from "./words";

type Held = Schemas["held_role"];

export function Grants({ roles }: { roles: Held[] }) {
  const say = useAdministrationWords();
  if (roles.length === 0) return <Text c="dimmed">{say("noRoles")}</Text>;
  return (
    <List>
      {roles.map((held) => (
        <List.Item key={`${held.role} ${held.organisation?.key} ${held.from} ${held.until}`}>
          {say("roleAt", { role: held.label, place: held.organisation?.label ?? say("wholeHouse") })}
          {held.from && <> · {say("fromDay", { day: shownDay(held.from) })}</>}
          {held.until && <> · {say("untilDay", { day: shownDay(held.until) })}</>}
        </List.Item>
      ))}
    </List>
  );
}

/** One role that is being given; `id` tells the rows of a form apart. */
export interface Wish {
  id: number;
  role: string | null;
  place: { key: string; label: string } | undefined;
  from: string | undefined;
  until: string | undefined;
}

let rows = 0;

export function emptyWish(): Wish {
  rows += 1;
  return { id: rows, role: null, place: undefined, from: undefined, until: undefined };
}

export function wishOf({ role, organisation, from, until }: Held): Wish {
  const place = organisation ? { key: organisation.key, label: organisation.label } : undefined;
  return { ...emptyWish(), role, place, from, until };
}

export function asked(wishes: Wish[]): Schemas["role_wish"][] {
  return wishes.map(({ role, place, from, until }) => ({
    role: role ?? "",
    ...(place ? { organisation: place.key } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }));
}

interface Editing {
  wishes: Wish[];
  onChange: (wishes: Wish[]) => void;
  /** What the server says against a field: `roles[0].organisation`. */
  refusal: (field: string) => string | undefined;
}

export function GrantFields({ wishes, onChange, refusal }: Editing) {
  const say = useAdministrationWords();
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const choices = catalogue?.roles.map((one) => ({ value: one.role, label: label(one.label) })) ?? [];
  const put = (id: number, change: Partial<Wish>) =>
    onChange(wishes.map((wish) => (wish.id === id ? { ...wish, ...change } : wish)));
  return (
    <Stack gap="md">
      {wishes.map((wish, index) => {
        const about = catalogue?.roles.find(({ role }) => role === wish.role)?.about;
        const name = choices.find(({ value }) => value === wish.role)?.label ?? String(index + 1);
        return (
          <Fieldset key={wish.id} legend={`${say("role")} ${index + 1}`}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              <Select
                size="md"
                label={say("role")}
                description={about && label(about)}
                data={choices}
                value={wish.role}
                onChange={(role) => put(wish.id, { role })}
                error={refusal(`roles[${index}].role`)}
                required
              />
              <OrganisationPicker
                label={say("where")}
                value={wish.place}
                onChange={(place) => put(wish.id, { place })}
                error={refusal(`roles[${index}].organisation`)}
                required={wish.role !== "administrator"}
              />
              <DayField
                label={say("from")}
                value={wish.from}
                onChange={(from) => put(wish.id, { from })}
                error={refusal(`roles[${index}].from`)}
              />
              <DayField
                label={say("until")}
                value={wish.until}
                onChange={(until) => put(wish.id, { until })}
                error={refusal(`roles[${index}].until`)}
              />
            </SimpleGrid>
            <Group justify="flex-end" mt="sm">
              <Button
                h={44}
                variant="subtle"
                color="bad"
                onClick={() => onChange(wishes.filter(({ id }) => id !== wish.id))}
              >
                {say("dropRole", { role: name })}
              </Button>
            </Group>
          </Fieldset>
        );
      })}
      <Button
        h={44}
        w="fit-content"
        variant="default"
        leftSection={<Plus size={20} aria-hidden />}
        onClick={() => onChange([...wishes, emptyWish()])}
      >
        {say("addRole")}
      </Button>
    </Stack>
  );
}
