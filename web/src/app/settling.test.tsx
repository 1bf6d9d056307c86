// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { answer, api, type Problem } from "../api/client";
import { sessionKey } from "../api/session";
import { renderAt, somebody } from "../testing/place";
import { fakeServer, refused } from "../testing/server";
import { Settling } from "./settling";

const server = fakeServer();
const ranOut = { status: 401, body: refused("api.sign_in", "Hãy đăng nhập.") };
const unconfirmed = { status: 403, body: refused("session.confirmation_needed", "Hãy nhập lại mật khẩu.") };

function Form() {
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const send = async () => {
    const sent = answer(api.POST("/api/v1/tokens", { body: { label: text } }));
    setSaid(
      await sent.then(
        () => "xong",
        (error: Problem) => `từ chối ${error.status}`,
      ),
    );
  };
  return (
    <>
      <input aria-label="nhãn" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <button type="button" onClick={() => void send()}>
        gửi
      </button>
      <p data-testid="said">{said}</p>
    </>
  );
}

function begin() {
  const client = new QueryClient();
  client.setQueryData(sessionKey, somebody);
  renderAt(
    "/",
    <>
      <Form />
      <Settling />
    </>,
    client,
  );
  fireEvent.change(screen.getByLabelText("nhãn"), { target: { value: "Sổ tay" } });
  fireEvent.click(screen.getByText("gửi"));
}

const said = () => screen.getByTestId("said").textContent;
const kept = () => screen.getByLabelText<HTMLInputElement>("nhãn").value;

async function givePassword(button: string) {
  const field = await screen.findByLabelText(/^Mật khẩu/, { selector: "input" });
  fireEvent.change(field, { target: { value: "đúng" } });
  fireEvent.click(screen.getByRole("button", { name: button }));
}

describe("what the server asks in between", () => {
  afterEach(cleanup);

  it("signs in again over the form, and sends again what was being sent", async () => {
    server.answers["POST /api/v1/tokens"] = [ranOut, { body: {} }];
    server.answers["POST /api/v1/session"] = [{ body: somebody }];
    begin();
    await givePassword("Đăng nhập");
    await waitFor(() => expect(said()).toBe("xong"));
    expect(kept()).toBe("Sổ tay");
    const sent = server.asked.filter(({ path }) => path === "/api/v1/tokens");
    expect(sent.map(({ body }) => body)).toEqual([{ label: "Sổ tay" }, { label: "Sổ tay" }]);
    expect(server.asked.find(({ path }) => path === "/api/v1/session")?.body).toEqual({
      name: "vanphong",
      password: "đúng",
    });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("lets one put it off: the form stays, and says what was refused", async () => {
    server.answers["POST /api/v1/tokens"] = [ranOut];
    begin();
    fireEvent.click(await screen.findByRole("button", { name: "Để sau" }));
    await waitFor(() => expect(said()).toBe("từ chối 401"));
    expect(kept()).toBe("Sổ tay");
  });

  it("asks for the password before what matters", async () => {
    server.answers["POST /api/v1/tokens"] = [unconfirmed, { body: {} }];
    server.answers["POST /api/v1/session/confirm"] = [
      { status: 422, body: refused("password.old_is_wrong", "Mật khẩu không đúng.", "password") },
      { status: 204 },
    ];
    begin();
    await givePassword("Tiếp tục");
    await screen.findByText("Mật khẩu không đúng.");
    await givePassword("Tiếp tục");
    await waitFor(() => expect(said()).toBe("xong"));
  });

  it("asks once, however many wait", async () => {
    server.answers["POST /api/v1/session"] = [{ body: somebody }];
    server.answers["GET /api/v1/tokens"] = [ranOut, ranOut, ranOut, { body: { tokens: [] } }];
    begin();
    let all: Promise<unknown> = Promise.resolve();
    act(() => {
      all = Promise.all([1, 2, 3].map(() => answer(api.GET("/api/v1/tokens"))));
    });
    await givePassword("Đăng nhập");
    await all;
    expect(server.asked.filter(({ method, path }) => method === "POST" && path === "/api/v1/session")).toHaveLength(1);
  });
});
