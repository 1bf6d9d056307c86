// A subject by its name, as a link to its record where it has one.
import { Anchor } from "@mantine/core";
import { Link, useLocation } from "react-router";
import { keptOf } from "../../lib/address";
import { recordAddress } from "../../lib/record-address";

interface RecordLinkProps {
  kind: string;
  recordKey: string;
  label: string;
}

export function RecordLink({ kind, recordKey, label }: RecordLinkProps) {
  const { search } = useLocation();
  const address = recordAddress(kind, recordKey);
  if (address === undefined) return <>{label}</>;
  return (
    <Anchor component={Link} to={address + keptOf(new URLSearchParams(search))} inherit>
      {label}
    </Anchor>
  );
}
