// Files in a store's folder, by the rules of sensitive data: only their owner reads them, they
// appear whole or not at all, and they are on the disk when we say so.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nennep::store {

// The code of a Fault for an errno of the file system. Files of the store that cannot be opened
// for reading are `store.unreachable`; what cannot be written is full or read-only.
std::string fault_code_when_writing(int error_number);

[[noreturn]] void fail_writing(const std::filesystem::path& file, int error_number);

// A file of this process, closed when it goes.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    explicit operator bool() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

// Keeps other processes of ours from writing files of the folder at the same time. SQLite's own
// locks are not touched: a long snapshot holds up no append.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);

private:
    File folder_;
};

// Makes the folder, for its owner only, with its parents.
void make_folder(const std::filesystem::path& folder);

// Puts the parts, one after another, in the place of a file, at once and durably. Needs FolderLock.
void replace_file(const std::filesystem::path& file, std::initializer_list<std::string_view> parts);

// All of the bytes; `name` is for what is said if they find no room.
void write_all(const File& file, std::string_view bytes, const std::filesystem::path& name);

// Gives a file its place, durably. Needs FolderLock.
void move_file(const std::filesystem::path& from, const std::filesystem::path& to);

bool is_writable(const std::filesystem::path& path);

}  // namespace nennep::store
