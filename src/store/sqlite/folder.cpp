#include "store/sqlite/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/result.hpp"

namespace nennep::store {
namespace {

constexpr ::mode_t owner_only_file = 0600;
constexpr ::mode_t owner_only_folder = 0700;

void sync_folder(const std::filesystem::path& folder) {
    const File open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open_folder || ::fsync(open_folder.descriptor()) != 0) fail_writing(folder, errno);
}

}  // namespace

std::string fault_code_when_writing(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return "store.full";
        case EROFS:
        case EACCES:
        case EPERM: return "store.read_only";
        default: return "store.unreachable";
    }
}

void fail_writing(const std::filesystem::path& file, int error_number) {
    throw Fault(fault_code_when_writing(error_number),
                file.string() + ": " + std::generic_category().message(error_number));
}

File::~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

FolderLock::FolderLock(const std::filesystem::path& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (!folder_) fail_writing(folder, errno);
    // Where a file system knows no such locks, we go on: the file put last is whole all the same.
    while (::flock(folder_.descriptor(), LOCK_EX) != 0 && errno == EINTR) {}
}

void make_folder(const std::filesystem::path& folder) {
    const auto whole = std::filesystem::absolute(folder / "").parent_path();
    std::error_code error;
    std::filesystem::create_directories(whole.parent_path(), error);
    if (error) fail_writing(whole.parent_path(), error.value());
    if (::mkdir(whole.c_str(), owner_only_folder) == 0) return sync_folder(whole.parent_path());
    if (errno != EEXIST || !std::filesystem::is_directory(whole, error)) fail_writing(whole, errno);
}

void replace_file(const std::filesystem::path& file,
                  std::initializer_list<std::string_view> parts) {
    auto unfinished = file;
    unfinished += ".unfinished";
    try {
        // What a killed process left there is not ours to trust, neither bytes nor permissions.
        ::unlink(unfinished.c_str());
        const File out(::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                              owner_only_file));
        if (!out) fail_writing(unfinished, errno);
        for (const auto part : parts) write_all(out, part, unfinished);
        if (::fsync(out.descriptor()) != 0) fail_writing(unfinished, errno);
        if (::rename(unfinished.c_str(), file.c_str()) != 0) fail_writing(file, errno);
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
    sync_folder(std::filesystem::absolute(file).parent_path());
}

void write_all(const File& file, std::string_view bytes, const std::filesystem::path& name) {
    while (!bytes.empty()) {
        const auto written = ::write(file.descriptor(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_writing(name, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail_writing(to, errno);
    sync_folder(std::filesystem::absolute(to).parent_path());
}

bool is_writable(const std::filesystem::path& path) {
    return ::access(path.c_str(), R_OK | W_OK) == 0;
}

}  // namespace nennep::store
