// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderAt } from "../testing/place";
import { SelectAtOnce } from "./select-at-once";

test("what is chosen shows before the address has followed", () => {
  const asked = vi.fn();
  renderAt("/", <SelectAtOnce label="Năm" value="2019" data={["2019", "2020"]} onChange={asked} />);
  const field = screen.getByLabelText<HTMLSelectElement>("Năm");
  fireEvent.change(field, { target: { value: "2020" } });
  expect(field.value).toBe("2020");
  expect(asked).toHaveBeenCalledWith("2020");
});
