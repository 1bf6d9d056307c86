// The store: where the journal stands, whether it is sound, when that was last looked at, and how old its backup is.
#include <algorithm>

#include "accounts/backups.hpp"
#include "base/bytes.hpp"
#include "http/api/both.hpp"
#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"
#include "service/moment.hpp"

namespace nennep::http {
namespace {

using accounts::Shelf;

constexpr const char* see_store = "see.store";
constexpr std::uint8_t form = 1;
constexpr std::string_view the_last = "last";

// What an examination found, in words of either language whenever it is asked for.
struct Verified {
    std::int64_t at_ms = 0;
    std::uint64_t entries = 0;
    std::uint64_t looks = 0;            // lines in the records of looking
    std::string fault;                  // a text under `verify.`; empty where all is sound
    std::uint64_t at = 0;               // the entry, or the line, with which it begins
    std::string detail;
};

std::string encode(const Verified& found) {
    ByteWriter out;
    out.u8(form);
    out.i64(found.at_ms);
    out.varint(found.entries);
    out.varint(found.looks);
    out.text(found.fault);
    out.varint(found.at);
    out.text(found.detail);
    return out.take();
}

std::optional<Verified> decode(std::string_view bytes) {
    ByteReader in(bytes);
    Verified found;
    if (in.u8() != form) return std::nullopt;
    found.at_ms = in.i64();
    found.entries = in.varint();
    found.looks = in.varint();
    found.fault = in.text();
    found.at = in.varint();
    found.detail = in.text();
    if (!in.done()) return std::nullopt;
    return found;
}

std::string to_json(const Call& call, const Verified& found) {
    std::string out = std::string("{\"sound\":") + (found.fault.empty() ? "true" : "false") + ",\"at\":\"" +
                      service::iso_moment(found.at_ms) + "\",\"entries\":" + std::to_string(found.entries) +
                      ",\"looks\":" + std::to_string(found.looks);
    if (!found.fault.empty()) {
        const auto at = std::to_string(found.at);
        const Arguments shown{{"seq", at}, {"line", at}, {"detail", found.detail}};
        const auto in = [&](Language language) {
            return call.desk.catalogue.texts().get("verify." + found.fault, language, shown);
        };
        out += ",\"problem\":" + in_both(in(Language::vi), in(Language::en));
    }
    return out + "}";
}

// What an administrator looks at.
Response store(const Call& call) {
    const Desktop desk(call);
    const auto& head = desk.world().head;
    const auto zone = service::choices_of(call.desk.surroundings.zone)
                          .codes.at(static_cast<std::size_t>(call.desk.surroundings.zone));
    std::string out = "{\"journal\":{\"seq\":" + std::to_string(head.seq) + ",\"hash\":\"" +
                      hex(bytes_of(head.link)) + "\"},\"version\":" + json_quoted(call.desk.version) + ",\"zone\":" +
                      json_quoted(zone);
    const auto kept = call.desk.accounts.keep().get(Shelf::verification, the_last);
    if (const auto last = kept ? decode(*kept) : std::nullopt) out += ",\"verified\":" + to_json(call, *last);
    if (const auto backup = accounts::last_backup(call.desk.accounts.keep())) {
        out += ",\"backup\":{\"at\":\"" + service::iso_moment(backup->at_ms) +
               "\",\"entries\":" + std::to_string(backup->entries) + ",\"bytes\":" + std::to_string(backup->bytes) +
               ",\"file\":" + json_quoted(backup->file) + "}";
    }
    return json_answer(out + "}\n");
}

// The same as `nennep verify`, while everybody goes on working.
Response verify(const Call& call) {
    auto& keep = call.desk.accounts.keep();
    const auto [journal, at_ms] = call.desk.books.verify();
    const auto log = accounts::verify_log(keep);
    Verified found{at_ms, journal.entries, log.lines, journal.fault, journal.at, journal.detail};
    // Which law is broken, not by whose file: whoever minds the store may see nobody's.
    if (found.fault == "law") found.detail.erase(std::min(found.detail.find(':'), found.detail.size()));
    if (journal.is_sound() && log.broken_at) {
        found.fault = "log_broken";
        found.at = *log.broken_at;
    }
    const accounts::Row row{Shelf::verification, std::string(the_last), encode(found)};
    keep.put({&row, 1});
    return json_answer(to_json(call, found) + "\n");
}

}  // namespace

std::vector<Route> store_routes() {
    return {
        {.pattern = "/store", .name = "store", .right = see_store, .answer = "store", .handle = store},
        {.method = Method::post, .pattern = "/store/verify", .name = "store.verify", .right = see_store,
         .is_slow = true, .answer = "verification", .handle = verify, .scope = "record"},
    };
}

}  // namespace nennep::http
