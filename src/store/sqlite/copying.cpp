#include "store/sqlite/copying.hpp"

#include <fcntl.h>
#include <sqlite3.h>

#include <cerrno>

#include "store/sqlite/folder.hpp"

namespace nennep::store {

void copy_database(const Connection& from, const std::filesystem::path& into) {
    {
        const File made(::open(into.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!made) fail_writing(into, errno);
    }
    const Connection to(into, Opening::write, {});
    to.run("PRAGMA synchronous = OFF");
    auto* copying = sqlite3_backup_init(to.raw(), "main", from.raw(), "main");
    if (copying == nullptr) to.fail(sqlite3_extended_errcode(to.raw()));
    // All at once: page by page it would begin anew whenever somebody records something.
    const int code = sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (code == SQLITE_DONE) return;
    const int kind = code & 0xff;
    (kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_BUSY ? from : to).fail(code);
}

}  // namespace nennep::store
