// Acts of two persons at the door: what was held back is kept; a second person confirms or refuses
// it, whoever sent it may take it back.
#pragma once
#include "http/api/call.hpp"
#include "service/second_person.hpp"

namespace nennep::http {

// Keeps what a recording has held back (Receipt::is_held_back), without the lines that were objected
// to; the same lines sent again by the same account are one. `lines` are those that were recorded.
service::WaitingAct keep_waiting(accounts::Keep& keep, const accounts::Who& who,
                                 std::span<const std::string_view> lines, const service::Receipt& receipt,
                                 std::int64_t now_ms, std::string source = {});
// Without its lines.
std::string waiting_json(const service::WaitingAct& act, std::int64_t now_ms);

std::vector<Route> waiting_routes();

}  // namespace nennep::http
