// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DayField, type DayFieldProps } from "./day-field";
import { NumberField } from "./number-field";

beforeEach(() =>
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} })),
);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let told: string | number | undefined;
function Day({ first, takes = "day" }: { first?: string; takes?: DayFieldProps["takes"] & string }) {
  const [value, setValue] = useState(first);
  told = value;
  return <DayField label="Ngày" takes={takes} value={value} onChange={setValue} />;
}
/** Takes whole days only, as a page does that would show something else at each key. */
function Whole() {
  const [value, setValue] = useState<string | undefined>("2020-06-30");
  told = value;
  return <DayField label="Ngày" value={value} onChange={(day) => day !== undefined && setValue(day)} />;
}
function Amount({ whole = false }: { whole?: boolean }) {
  const [value, setValue] = useState<number>();
  told = value;
  return <NumberField label="Ngày" whole={whole} value={value} onChange={setValue} />;
}
const open = (field: React.ReactNode) => {
  render(<MantineProvider env="test">{field}</MantineProvider>);
  return screen.getByLabelText<HTMLInputElement>(/Ngày/);
};

describe("a day as it is written", () => {
  test("stands as it is until one leaves", () => {
    const input = open(<Day />);
    fireEvent.focus(input);
    for (const text of ["5", "5/", "5/9", "5/9/1", "5/9/1995"]) {
      fireEvent.change(input, { target: { value: text } });
      expect(input.value).toBe(text);
    }
    expect(told).toBe("1995-09-05");
    fireEvent.blur(input);
    expect(input.value).toBe("05/09/1995");
  });
  test("what is no day stays, and is said to be none once one has left", () => {
    const input = open(<Day />);
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "31/2/2020" } });
    expect(screen.queryByText(/Chưa đọc được/)).toBeNull();
    fireEvent.blur(input);
    expect(input.value).toBe("31/2/2020");
    expect(screen.getByText(/Chưa đọc được/)).toBeTruthy();
    expect(told).toBeUndefined();
  });
  test("is written over where half a day changes nothing", () => {
    const input = open(<Whole />);
    fireEvent.focus(input);
    for (const text of ["3", "31", "31/12/2020"]) {
      fireEvent.change(input, { target: { value: text } });
      expect(input.value).toBe(text);
    }
    expect(told).toBe("2020-12-31");
  });
  test("what comes back late does not write over what was written since; what others set does", () => {
    const field = (value: string | undefined) => (
      <MantineProvider env="test">
        <DayField label="Ngày" value={value} onChange={() => {}} />
      </MantineProvider>
    );
    const { rerender } = render(field(undefined));
    const input = screen.getByLabelText<HTMLInputElement>(/Ngày/);
    fireEvent.focus(input);
    for (const text of ["1/6/2020", "1/6/20201", "1/6/2021"]) fireEvent.change(input, { target: { value: text } });
    rerender(field("2020-06-01"));
    expect(input.value).toBe("1/6/2021");
    rerender(field("2021-06-01"));
    expect(input.value).toBe("1/6/2021");
    // Back, and Forward.
    rerender(field(undefined));
    expect(input.value).toBe("");
    rerender(field("2021-06-01"));
    expect(input.value).toBe("01/06/2021");
  });
  test("months, and years where no more is known", () => {
    const input = open(<Day takes="month" first="2020-03" />);
    expect(input.value).toBe("03/2020");
    cleanup();
    const year = open(<Day takes="year-or-day" />);
    fireEvent.focus(year);
    fireEvent.change(year, { target: { value: "1975" } });
    fireEvent.blur(year);
    expect([year.value, told]).toEqual(["1975", "1975"]);
  });
});

describe("a number as it is written", () => {
  test("stands as it is until one leaves", () => {
    const input = open(<Amount />);
    fireEvent.focus(input);
    for (const text of ["1", "12", "1234", "1234,", "1234,5"]) {
      fireEvent.change(input, { target: { value: text } });
      expect(input.value).toBe(text);
    }
    expect(told).toBe(1234.5);
    fireEvent.blur(input);
    expect(input.value).toBe("1.234,5");
  });
  test("whole ones have no fraction", () => {
    const input = open(<Amount whole />);
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: "1,5" } });
    fireEvent.blur(input);
    expect(screen.getByText(/số nguyên/)).toBeTruthy();
    expect(told).toBeUndefined();
  });
});
