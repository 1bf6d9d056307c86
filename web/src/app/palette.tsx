// Ctrl+K finds people, organisations, documents, places and acts; "?" opens the guide of the page. The finder
// itself is fetched when it is first opened.
import { lazy, Suspense, useEffect, useState } from "react";
import { useNavigate } from "react-router";

const Finder = lazy(async () => ({ default: (await import("./finder/finder")).Finder }));

const asked = new EventTarget();

export function openPalette(): void {
  asked.dispatchEvent(new Event("open"));
}

export function Palette() {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    const open = () => setOpen(true);
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      } else if (isPlain && event.key === "?" && !isTypedInto(event.target) && !hasDialog()) {
        event.preventDefault();
        void navigate(guideOfPage());
      }
    };
    asked.addEventListener("open", open);
    window.addEventListener("keydown", press);
    return () => {
      asked.removeEventListener("open", open);
      window.removeEventListener("keydown", press);
    };
  }, [navigate]);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Finder onClose={() => setOpen(false)} />
    </Suspense>
  );
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=textbox], [role=combobox]") !== null)
  );
}

function hasDialog(): boolean {
  return document.querySelector("[role=dialog]") !== null;
}

/** A page shows a link to its guide beside its title; where it has none, the guide's beginning. */
function guideOfPage(): string {
  return document.querySelector("#main a[href^='/huong-dan/']")?.getAttribute("href") ?? "/huong-dan";
}
