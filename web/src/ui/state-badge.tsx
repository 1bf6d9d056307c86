import { Badge } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import classes from "./state-badge.module.css";

interface State {
  color: "ok" | "warn" | "bad" | "primary" | "secret";
  icon: LucideIcon;
  children: string;
}

/** A state in a word, a sign and a colour: never by the colour alone. */
export function StateBadge({ color, icon: Icon, children }: State) {
  return (
    <Badge
      size="lg"
      variant="light"
      color={color}
      tt="none"
      leftSection={<Icon size={16} aria-hidden />}
      classNames={{ root: classes.root ?? "", label: classes.label ?? "" }}
    >
      {children}
    </Badge>
  );
}
