import { words } from "../lib/words";

export const useSettlingWords = words("settling", {
  signInTitle: { vi: "Đăng nhập lại", en: "Sign in again" },
  signInAbout: {
    vi: "Phiên làm việc đã hết hạn. Điều đang nhập vẫn còn nguyên trên trang; đăng nhập lại để tiếp tục.",
    en: "The session has run out. What you were typing is still on the page; sign in again to go on.",
  },
  confirmTitle: { vi: "Nhập lại mật khẩu", en: "Enter the password again" },
  confirmAbout: {
    vi: "Việc này quan trọng nên cần mật khẩu một lần nữa. Trong năm phút sau đó không hỏi lại.",
    en: "This matters, so the password is asked for once more. It is not asked again for five minutes.",
  },
  name: { vi: "Tên tài khoản", en: "Account name" },
  password: { vi: "Mật khẩu", en: "Password" },
  code: { vi: "Mã xác thực", en: "Code" },
  codeAbout: {
    vi: "Sáu chữ số trên điện thoại, hoặc một mã dự phòng.",
    en: "Six digits from your phone, or a recovery code.",
  },
  wait: { vi: "Đợi {{seconds}} giây rồi thử lại.", en: "Wait {{seconds}} seconds, then try again." },
  later: { vi: "Để sau", en: "Not now" },
  other: { vi: "Dùng tài khoản khác", en: "Use another account" },
  signIn: { vi: "Đăng nhập", en: "Sign in" },
  confirm: { vi: "Tiếp tục", en: "Go on" },
  close: { vi: "Đóng", en: "Close" },
});
