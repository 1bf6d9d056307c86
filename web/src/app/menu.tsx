// The menu of a button that has been pressed.
import { Menu } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
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
  // Opened in a second step, from the button: that is where the focus returns to.
  const place = useRef<HTMLSpanElement>(null);
  const [isOpened, setOpened] = useState(false);
  useEffect(() => {
    place.current?.querySelector("button")?.focus();
    setOpened(true);
  }, []);
  return (
    // The first entry has the focus at once: an arrow pressed before something else had it would be lost.
    <Menu position={position} opened={isOpened} onChange={setOpened} withInitialFocusPlaceholder={false}>
      <span ref={place} style={{ display: "contents" }}>
        <Menu.Target>{target}</Menu.Target>
      </span>
      <Menu.Dropdown>
        {entries.map(({ label, icon: Icon, to, act }) => {
          const section = Icon && <Icon size={20} aria-hidden />;
          return to === undefined ? (
            <Menu.Item key={label} mih={44} leftSection={section} onClick={act}>
              {label}
            </Menu.Item>
          ) : (
            <Menu.Item key={label} mih={44} component={Link} to={to} leftSection={section}>
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
