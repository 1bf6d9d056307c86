// A tree by the pattern of its role: one tab stop, arrows, Home and End, and letters that are typed. It is
// drawn flat, level by level told to whom cannot see the indent; each item may be a real link.
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { folded } from "../lib/fold";
import classes from "./tree.module.css";

export interface TreeNode {
  key: string;
  label: string;
  /** Said after the label: a count, a state. */
  note?: ReactNode;
  isDim?: boolean;
  mayOpen: boolean;
  /** Undefined while they are not known. */
  children?: TreeNode[] | undefined;
}

interface TreeProps {
  label: string;
  nodes: TreeNode[];
  open: ReadonlySet<string>;
  selected?: string | undefined;
  onToggle: (key: string, isOpen: boolean) => void;
  onSelect: (key: string) => void;
  /** Where an item leads, if it is a link. */
  address?: ((key: string) => string) | undefined;
}

interface Row {
  node: TreeNode;
  level: number;
  position: number;
  siblings: number;
  parent: string | undefined;
}

function rowsOf(nodes: TreeNode[], open: ReadonlySet<string>, level = 1, parent?: string): Row[] {
  return nodes.flatMap((node, place) => [
    { node, level, position: place + 1, siblings: nodes.length, parent },
    ...(node.mayOpen && open.has(node.key) ? rowsOf(node.children ?? [], open, level + 1, node.key) : []),
  ]);
}

/** Moves the box in which the tree scrolls, and never the page around it. */
function bringIntoSight(item: HTMLElement | undefined): void {
  for (let box = item?.parentElement; item && box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const from = item.getBoundingClientRect();
    const within = box.getBoundingClientRect();
    if (from.top < within.top || from.bottom > within.bottom) {
      box.scrollTop += from.top - within.top - (box.clientHeight - from.height) / 2;
    }
    return;
  }
}

/** How long typed letters belong together. */
const typingPause = 600;

export function Tree({ label, nodes, open, selected, onToggle, onSelect, address }: TreeProps) {
  const rows = rowsOf(nodes, open);
  const [active, setActive] = useState<string>();
  const items = useRef(new Map<string, HTMLElement>());
  const typed = useRef({ text: "", at: 0 });
  const isShown = (key: string | undefined) => key !== undefined && rows.some((row) => row.node.key === key);
  const stop = [active, selected].find(isShown) ?? rows[0]?.node.key;

  const hasSelected = isShown(selected);
  useEffect(() => {
    if (selected === undefined || !hasSelected) return;
    setActive(selected);
    bringIntoSight(items.current.get(selected));
  }, [selected, hasSelected]);

  const go = (row: Row | undefined) => {
    if (!row) return;
    setActive(row.node.key);
    items.current.get(row.node.key)?.focus();
  };

  const findTyped = (from: number, letter: string) => {
    const now = Date.now();
    const text = now - typed.current.at < typingPause ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    // The same letter again and again goes from one to the next; more letters stay where they still fit.
    const isRepeated = [...text].every((each) => each === text[0]);
    const wanted = folded(isRepeated ? text.slice(0, 1) : text);
    const first = isRepeated ? from + 1 : from;
    const order = rows.map((_, step) => rows[(first + step) % rows.length]);
    go(order.find((row) => row !== undefined && folded(row.node.label).startsWith(wanted)));
  };

  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = rows.indexOf(row);
    const { node } = row;
    const isOpen = node.mayOpen && open.has(node.key);
    switch (event.key) {
      case "ArrowDown":
        go(rows[at + 1]);
        break;
      case "ArrowUp":
        go(rows[at - 1]);
        break;
      case "Home":
        go(rows[0]);
        break;
      case "End":
        go(rows[rows.length - 1]);
        break;
      case "ArrowRight":
        if (!isOpen && node.mayOpen) onToggle(node.key, true);
        else if (rows[at + 1]?.parent === node.key) go(rows[at + 1]);
        break;
      case "ArrowLeft":
        if (isOpen) onToggle(node.key, false);
        else go(rows.find((each) => each.node.key === row.parent));
        break;
      case "Enter":
      case " ":
        onSelect(node.key);
        break;
      default:
        if (event.key.length !== 1) return;
        findTyped(at, event.key);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent, row: Row) => {
    setActive(row.node.key);
    const isToggle = event.target instanceof Element && event.target.closest("[data-toggle]") !== null;
    if (isToggle) {
      event.preventDefault();
      onToggle(row.node.key, !open.has(row.node.key));
    } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      onSelect(row.node.key);
    }
  };

  return (
    <div role="tree" aria-label={label} className={classes.tree}>
      {rows.map((row) => {
        const { node, level } = row;
        const shared = {
          role: "treeitem",
          "aria-level": level,
          "aria-posinset": row.position,
          "aria-setsize": row.siblings,
          "aria-selected": node.key === selected,
          ...(node.mayOpen ? { "aria-expanded": open.has(node.key) } : {}),
          tabIndex: node.key === stop ? 0 : -1,
          className: `${classes.item} ${node.isDim ? classes.dim : ""}`,
          style: { paddingInlineStart: (level - 1) * 16 },
          onKeyDown: (event: KeyboardEvent) => onKeyDown(event, row),
          onClick: (event: MouseEvent) => onClick(event, row),
          ref: (element: HTMLElement | null) => {
            if (element) items.current.set(node.key, element);
            else items.current.delete(node.key);
          },
        };
        const inside = (
          <>
            <span className={classes.toggle} data-toggle={node.mayOpen || undefined} aria-hidden>
              {node.mayOpen && <ChevronRight size={18} className={open.has(node.key) ? classes.turned : ""} />}
            </span>
            <span className={classes.label}>{node.label}</span>
            {node.note}
          </>
        );
        return address ? (
          <Link key={node.key} to={address(node.key)} {...shared}>
            {inside}
          </Link>
        ) : (
          <div key={node.key} {...shared}>
            {inside}
          </div>
        );
      })}
    </div>
  );
}
