#include "http/api/idempotency.hpp"

#include "accounts/keep.hpp"
#include "base/bytes.hpp"

namespace nennep::http {
namespace {

using accounts::Row;
using accounts::Shelf;

constexpr std::size_t longest_key = 100;

[[noreturn]] void refuse(std::string_view code, const std::string& key) {
    Problem problem{422, {}};
    problem.refusals.add({std::string(code), "Idempotency-Key", {{"key", key}}});
    throw problem;
}

}  // namespace

std::string ids_of(const Call& call, const std::string& key) {
    if (key.size() > longest_key || broken_utf8(key)) bad_request("api.bad_key", "Idempotency-Key");
    // A key is kept as well.
    if (call.desk.surroundings.zone == service::Zone::connected && service::bears_mark(key)) refuse("zone.marked", key);
    return key.empty() ? key : "key-" + std::to_string(call.who->account) + "-" + key;
}

void use_key(const Call& call, const std::string& key) {
    auto& keep = call.desk.accounts.keep();
    const auto name = std::to_string(call.who->account) + "/" + key;
    const auto digest = sha256(call.request.body);
    bool is_other = false;
    // Looked up and kept in one step: of two bodies sent at the same time one is refused.
    keep.update([&]() -> std::vector<Row> {
        if (const auto kept = keep.get(Shelf::answer, name)) {
            ByteReader in(*kept);
            in.i64();
            is_other = in.raw(digest.size()) != bytes_of(digest);
            return {};
        }
        ByteWriter out;
        out.i64(call.now_ms);
        out.raw(bytes_of(digest));
        return {{Shelf::answer, name, out.take()}};
    });
    if (is_other) refuse("api.key_used_otherwise", key);
}

void forget_keys_before(accounts::Keep& keep, std::int64_t ms) {
    std::vector<Row> gone;
    keep.read(Shelf::answer, [&](std::string_view name, std::string_view bytes) {
        ByteReader in(bytes);
        if (in.i64() < ms) gone.push_back({Shelf::answer, std::string(name), {}});
    });
    if (!gone.empty()) keep.put(gone);
}

}  // namespace nennep::http
