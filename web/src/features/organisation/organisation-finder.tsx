// Organisations by their names; many branches are called alike, so each is told with its superior.
import { Anchor, Stack, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type MouseEvent, useDeferredValue } from "react";
import { Link } from "react-router";
import type { Schemas } from "../../api/client";
import { query, read, useOrganisation } from "../../api/records";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { pathOf } from "../../parts/tree/organisations";
import { ErrorState } from "../../ui/states";
import classes from "./organisation-screen.module.css";
import { useMoving } from "./places";
import { useOrganisationWords } from "./words";

const most = 12;

interface Finder {
  wanted: string;
  onChange: (wanted: string) => void;
  onGo: (key: string) => void;
}

export function OrganisationFinder({ wanted, onChange, onGo }: Finder) {
  const say = useOrganisationWords();
  const language = useLanguage();
  const asked = useDeferredValue(wanted.trim());
  const found = useQuery({
    queryKey: ["search", "organisation", asked],
    enabled: asked !== "",
    queryFn: ({ signal }) =>
      read<Schemas["search"]>(`/search${query({ q: asked, kind: "organisation", limit: most })}`, signal),
    placeholderData: keepPreviousData,
  });
  const all = asked === "" ? undefined : found.data;
  const go = (key: string) => {
    onChange("");
    onGo(key);
  };
  const said = () => {
    if (!all) return "";
    if (all.total === 0) return say("foundNone");
    const values = { count: all.total, shown: shownNumber(all.total, language), first: all.found.length };
    return say(all.total > all.found.length ? "foundFirst" : "found", values);
  };
  return (
    <search>
      <TextInput
        type="search"
        label={say("find")}
        placeholder={say("findHint")}
        leftSection={<Search size={20} aria-hidden />}
        size="md"
        value={wanted}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = all?.found[0];
          // Enter also ends a word that is still being put together: then nothing is chosen by it.
          if (event.key === "Enter" && !event.nativeEvent.isComposing && first) go(first.key);
        }}
      />
      <Text role="status" c="dimmed" mt={4}>
        {said()}
      </Text>
      {found.isError && asked !== "" && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {all && all.found.length > 0 && (
        <Stack component="ul" gap={0} m={0} p={0}>
          {all.found.map((each) => (
            <Found key={each.key} own={each.key} label={each.label} onGo={go} />
          ))}
        </Stack>
      )}
    </search>
  );
}

function Found({ own, label, onGo }: { own: string; label: string; onGo: (key: string) => void }) {
  const { address } = useMoving();
  const { data } = useOrganisation(own);
  const above = data?.key === own ? pathOf(data).at(-1) : undefined;
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onGo(own);
  };
  return (
    <li style={{ listStyle: "none" }}>
      <Anchor component={Link} to={address(own)} onClick={onClick} className={classes.found ?? ""}>
        {label}
        {above && (
          <Text span c="dimmed" display="block" size="sm">
            {above.label}
          </Text>
        )}
      </Anchor>
    </li>
  );
}
