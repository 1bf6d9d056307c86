#include "store/backup/archive.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/sqlite/folder.hpp"

namespace nennep::store {
namespace {

using Path = std::filesystem::path;
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Entry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

// A journal packs to two fifths, and hardly further at the sixth level, which takes nearly twice as long.
constexpr zip_uint32_t level = 1;
constexpr double tell_each = 0.01;
constexpr std::size_t block_size = std::size_t{1} << 18;

std::string words_of(int code) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string words = zip_error_strerror(&error);
    zip_error_fini(&error);
    return words;
}

Archive opened(const Path& file, int flags, const char* fault) {
    int code = 0;
    Archive archive(zip_open(file.c_str(), flags, &code), zip_discard);
    if (!archive) throw Fault(fault, file.string() + ": " + words_of(code));
    return archive;
}

[[noreturn]] void unwritable(const Path& file, zip_t* archive) {
    throw Fault("out.unwritable", file.string() + ": " + zip_strerror(archive));
}

void add(zip_t* archive, const Path& from, const std::string& name, const Path& file) {
    auto* source = zip_source_file(archive, from.c_str(), 0, -1);
    if (source == nullptr) unwritable(file, archive);
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        unwritable(file, archive);
    }
    if (zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, level) != 0) {
        unwritable(file, archive);
    }
}

// What is told while libzip works, and whether it is to stop.
struct Telling {
    const OnTheWay& goes_on;
    bool is_stopped = false;
};

void tell(zip_t*, double part, void* state) {
    auto& telling = *static_cast<Telling*>(state);
    if (!telling.goes_on(part)) telling.is_stopped = true;
}

int is_stopped(zip_t*, void* state) { return static_cast<Telling*>(state)->is_stopped ? 1 : 0; }

// To its end, where the check sum is compared.
void read_entry(zip_t* archive, zip_uint64_t index, const Path& file,
                const std::function<void(std::string_view)>& take) {
    const auto damaged = [&](const std::string& why) { throw Fault("backup.damaged", file.string() + ": " + why); };
    const Entry entry(zip_fopen_index(archive, index, 0), zip_fclose);
    if (!entry) damaged(zip_strerror(archive));
    std::vector<char> block(block_size);
    for (;;) {
        const auto got = zip_fread(entry.get(), block.data(), block.size());
        if (got < 0) damaged(zip_file_strerror(entry.get()));
        if (got <= 0) return;
        take({block.data(), static_cast<std::size_t>(got)});
    }
}

}  // namespace

bool pack_files(const Path& folder, std::span<const std::string> names, const Path& file, const OnTheWay& goes_on) {
    {
        // libzip gives what it writes the rights of what was there.
        const File made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!made) throw Fault("out.unwritable", file.string() + ": " + std::generic_category().message(errno));
    }
    auto archive = opened(file, ZIP_TRUNCATE, "out.unwritable");
    for (const auto& name : names) add(archive.get(), folder / name, name, file);
    Telling telling{goes_on};
    zip_register_progress_callback_with_state(archive.get(), tell_each, tell, nullptr, &telling);
    zip_register_cancel_callback_with_state(archive.get(), is_stopped, nullptr, &telling);
    if (zip_close(archive.get()) != 0) {
        if (telling.is_stopped) return false;
        unwritable(file, archive.get());
    }
    static_cast<void>(archive.release());  // closed: it is gone
    const auto written = opened(file, ZIP_RDONLY, "out.unwritable");
    for (zip_uint64_t i = 0; i < names.size(); ++i) read_entry(written.get(), i, file, [](std::string_view) {});
    return true;
}

void unpack_files(const Path& file, std::span<const std::string> names, const Path& into) {
    const auto archive = opened(file, ZIP_RDONLY, "backup.damaged");
    const auto count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* name = zip_get_name(archive.get(), index, 0);
        if (name == nullptr || std::find(names.begin(), names.end(), name) == names.end()) {
            throw Fault("backup.damaged", file.string() + ": " + (name == nullptr ? "?" : name));
        }
        const auto path = into / name;
        const File out(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!out) fail_writing(path, errno);
        read_entry(archive.get(), index, file, [&](std::string_view bytes) { write_all(out, bytes, path); });
        if (::fsync(out.descriptor()) != 0) fail_writing(path, errno);
    }
}

}  // namespace nennep::store
