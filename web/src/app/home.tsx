// Where one begins: with the work of one's own role.
import { Navigate } from "react-router";
import { useSession } from "../api/session";

export function Home() {
  const { data } = useSession();
  const rights = new Set(data?.rights ?? []);
  if (rights.has("see.reports")) return <Navigate to="/bao-cao" replace />;
  if (rights.has("manage.accounts")) return <Navigate to="/quan-tri" replace />;
  const own = data?.person?.key;
  return <Navigate to={own ? `/dang-vien/${encodeURIComponent(own)}` : "/tai-khoan"} replace />;
}
