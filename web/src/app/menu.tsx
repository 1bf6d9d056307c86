// The menu of a button that has been pressed.
import { Menu } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";

export interface Entry {
  label: string;
  icon?: LucideIcon;
  /** Where it leads, or what it does. */
  to?: string;
  act?: () => void;
}

export interface MenuProps {
  target: ReactNode;
  entries: Entry[];
  position: "bottom-start" | "bottom-end" | "top-end";
}

export function OpenedMenu({ target, entries, position }: MenuProps) {
  return (
    <Menu position={position} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ label, icon: Icon, to, act }) => {
          const section = Icon && <Icon size={20} aria-hidden />;
          return to === undefined ? (
            <Menu.Item key={label} leftSection={section} onClick={act}>
              {label}
            </Menu.Item>
          ) : (
            <Menu.Item key={label} component={Link} to={to} leftSection={section}>
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
