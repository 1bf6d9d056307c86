// A drawer with a form in it: what is written is not lost by a press beside it.
import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./side-drawer.module.css";
import { useUiWords } from "./words";

interface SideDrawerProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function SideDrawer({ opened, title, onClose, children }: SideDrawerProps) {
  const say = useUiWords();
  const isPhone = useMediaQuery("(max-width: 640px)");
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={isPhone ? "100%" : 680}
      closeOnClickOutside={false}
      transitionProps={{ transition: "fade", duration: 100 }}
    >
      <Drawer.Overlay />
      {/* Named from its first moment: that its title names it, Mantine says only once both are drawn. */}
      <Drawer.Content className={classes.content ?? ""} aria-label={title}>
        {/* The page has its head already; this one is not a second. */}
        <Drawer.Header role="group">
          <Drawer.Title className={classes.title ?? ""}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={say("close")} size={44} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
