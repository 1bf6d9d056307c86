#include "accounts/backups.hpp"

#include "accounts/access_log.hpp"
#include "base/bytes.hpp"
#include "base/result.hpp"

namespace nennep::accounts {
namespace {

constexpr std::uint8_t form = 1;
constexpr const char* the_last = "last";

}  // namespace

void note_backup(Keep& keep, const Backup& backup, const std::string& who) {
    ByteWriter out;
    out.u8(form);
    out.i64(backup.at_ms);
    out.varint(backup.entries);
    out.varint(backup.bytes);
    out.text(backup.file);
    const Row row{Shelf::backup, the_last, out.take()};
    keep.put({&row, 1});
    AccessLog log(keep);
    Look look;
    look.at_ms = backup.at_ms;
    look.who = who;
    look.act = "backup";
    look.detail = backup.file;
    log.note(std::move(look));
    if (!log.flush()) throw Fault("store.read_only", backup.file);
}

std::optional<Backup> last_backup(Keep& keep) {
    const auto bytes = keep.get(Shelf::backup, the_last);
    if (!bytes) return std::nullopt;
    ByteReader in(*bytes);
    if (in.u8() != form) return std::nullopt;
    Backup backup;
    backup.at_ms = in.i64();
    backup.entries = in.varint();
    backup.bytes = in.varint();
    backup.file = in.text();
    if (!in.done()) return std::nullopt;
    return backup;
}

}  // namespace nennep::accounts
