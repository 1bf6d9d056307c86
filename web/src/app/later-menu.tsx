// A button that opens a menu. What draws menus (and places them) is a seventh of all that a first load would
// fetch, so it is fetched when somebody reaches for one.
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { MenuProps } from "./menu";

const load = () => import("./menu");
const Menu = lazy(async () => ({ default: (await load()).OpenedMenu }));

/** What the button must bear: that it opens a menu, and what happens then. */
export interface TargetProps {
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
  onClick?: () => void;
  onFocus?: () => void;
  onPointerEnter?: () => void;
}

interface LaterMenuProps extends Omit<MenuProps, "target"> {
  target: (props: TargetProps) => ReactNode;
}

export function LaterMenu({ target, ...menu }: LaterMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const waiting = target({
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onClick: () => setWanted(true),
    onFocus: () => void load(),
    onPointerEnter: () => void load(),
  });
  if (!isWanted) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Menu {...menu} target={target({})} />
    </Suspense>
  );
}
