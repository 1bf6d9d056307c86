// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { renderAt, somebody } from "../../testing/place";
import { fakeServer, refused } from "../../testing/server";
import { SignInScreen } from "./sign-in-screen";

const server = fakeServer();
const nobody = { status: 401, body: refused("api.sign_in", "Hãy đăng nhập.") };

async function arrive(address: string) {
  server.answers["GET /api/v1/session"] = [nobody];
  renderAt(address, <SignInScreen />);
  await screen.findByLabelText(/Tên tài khoản/);
}

function type(label: RegExp, text: string) {
  fireEvent.change(screen.getByLabelText(label, { selector: "input" }), { target: { value: text } });
}

function press() {
  fireEvent.click(screen.getByRole("button", { name: "Đăng nhập" }));
}

const where = () => screen.getByTestId("where").textContent;

describe("signing in", () => {
  afterEach(cleanup);

  it("goes on to where one wanted to be", async () => {
    await arrive("/dang-nhap?tiep=%2Fbao-cao%2F2020");
    server.answers["POST /api/v1/session"] = [{ body: somebody }];
    type(/Tên tài khoản/, "vanphong");
    type(/^Mật khẩu/, "một mật khẩu dài");
    press();
    await waitFor(() => expect(where()).toBe("/bao-cao/2020"));
    const sent = server.asked.find(({ method }) => method === "POST");
    expect(sent?.body).toEqual({ name: "vanphong", password: "một mật khẩu dài" });
  });

  it("goes nowhere else", async () => {
    await arrive("/dang-nhap?tiep=%2F%2Felsewhere.example%2F");
    server.answers["POST /api/v1/session"] = [{ body: somebody }];
    type(/Tên tài khoản/, "vanphong");
    type(/^Mật khẩu/, "x");
    press();
    await waitFor(() => expect(where()).toBe("/"));
  });

  it("says what is wrong, and keeps what was typed", async () => {
    await arrive("/dang-nhap");
    const wrong = "Tên hoặc mật khẩu không đúng.";
    server.answers["POST /api/v1/session"] = [{ status: 401, body: refused("sign_in.wrong", wrong) }];
    type(/Tên tài khoản/, "vanphong");
    type(/^Mật khẩu/, "sai");
    press();
    expect((await screen.findByRole("alert")).textContent).toContain(wrong);
    expect(screen.getByLabelText<HTMLInputElement>(/Tên tài khoản/).value).toBe("vanphong");
  });

  it("asks for the code of the phone, or a recovery code, where there is a second factor", async () => {
    await arrive("/dang-nhap");
    server.answers["POST /api/v1/session"] = [
      { status: 401, body: refused("sign_in.code_needed", "Hãy nhập thêm mã.", "code") },
      { body: somebody },
    ];
    type(/Tên tài khoản/, "quantri");
    type(/^Mật khẩu/, "x");
    press();
    const code = await screen.findByLabelText(/Mã 6 số/);
    expect(document.activeElement).toBe(code);
    expect(screen.queryByRole("alert")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /dùng mã dự phòng/ }));
    type(/Mã dự phòng/, " abcd-efgh ");
    press();
    await waitFor(() => expect(where()).toBe("/"));
    const last = server.asked.filter(({ method }) => method === "POST").pop();
    expect(last?.body).toEqual({ name: "quantri", password: "x", code: "abcd-efgh" });
  });

  it("tells how long to wait", async () => {
    await arrive("/dang-nhap");
    const said = "Đã nhập sai nhiều lần.";
    server.answers["POST /api/v1/session"] = [
      { status: 429, body: refused("sign_in.wait", said), headers: { "Retry-After": "40" } },
    ];
    type(/Tên tài khoản/, "vanphong");
    type(/^Mật khẩu/, "sai");
    press();
    expect((await screen.findByRole("status")).textContent).toMatch(/Đợi (40|39) giây/);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Đăng nhập" }).disabled).toBe(true);
  });
});
