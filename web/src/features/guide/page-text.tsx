// Markdown into elements. Tags within the text are text; links lead within the guide or the application.
import Markdown from "markdown-to-jsx/react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { headingName, pageName, pictureAddress } from "./texts";

export function PageText({ text }: { text: string }) {
  return <Markdown options={options}>{text}</Markdown>;
}

const options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  slugify: headingName,
  overrides: { a: GuideLink, img: Picture, table: Wide, input: Tick },
} as const;

function GuideLink({ href = "", children }: { href?: string; children?: ReactNode }) {
  const page = /^(?:\.\/)?([\w-]+\.md)(#.*)?$/.exec(href);
  if (page) return <Link to={`/huong-dan/${pageName(page[1] ?? "")}${page[2] ?? ""}`}>{children}</Link>;
  if (href.startsWith("#") || href.startsWith("/")) return <Link to={href}>{children}</Link>;
  // The address of another house is told; nobody is sent there by a press.
  return <>{children}</>;
}

function Picture({ src = "", alt = "" }: { src?: string; alt?: string }) {
  const address = pictureAddress(src);
  return address === undefined ? <em>{alt}</em> : <img src={address} alt={alt} />;
}

function Wide({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div style={{ overflowX: "auto" }} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

function Tick({ checked = false }: { checked?: boolean }) {
  return <input type="checkbox" checked={checked} readOnly disabled aria-hidden />;
}
