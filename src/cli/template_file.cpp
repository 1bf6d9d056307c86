#include "cli/template_file.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "render/docx/docx.hpp"

namespace nennep::cli {
namespace {

constexpr std::uintmax_t largest_words = 1 << 20;
constexpr std::uintmax_t largest_document = render::largest_docx_template;
constexpr std::string_view zip_magic = "PK";
constexpr std::string_view old_office_magic = "\xd0\xcf\x11\xe0";

[[noreturn]] void unreadable(const std::string& name, int error) {
    const auto reason = std::error_code(error, std::generic_category()).message();
    throw Refused{{"file.unreadable", name, {{"file", name}, {"reason", reason}}}};
}

}  // namespace

TemplateFile read_template(const std::string& name) {
    std::error_code error;
    if (std::filesystem::is_directory(name, error)) unreadable(name, EISDIR);
    std::ifstream in(name, std::ios::binary);
    if (!in) unreadable(name, errno);
    TemplateFile file{name, std::string(old_office_magic.size(), '\0'), false};
    in.read(file.content.data(), static_cast<std::streamsize>(file.content.size()));
    file.content.resize(static_cast<std::size_t>(in.gcount()));
    file.is_document = file.content.starts_with(zip_magic) || file.content.starts_with(old_office_magic);

    // Looked at before it is read: a file of 200 MB is no template, whatever is in it.
    const auto largest = file.is_document ? largest_document : largest_words;
    const auto size = std::filesystem::file_size(name, error);
    if (!error && size > largest) {
        throw Refused{{"template.too_large", name, {{"limit", std::to_string(largest >> 20)}}}};
    }
    std::string block(1 << 16, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        file.content.append(block, 0, static_cast<std::size_t>(in.gcount()));
        if (file.content.size() > largest) {
            throw Refused{{"template.too_large", name, {{"limit", std::to_string(largest >> 20)}}}};
        }
    }
    if (in.bad()) unreadable(name, errno);
    if (file.content.empty()) throw Refused{{"template.empty", name, {}}};
    if (file.is_document) return file;
    if (file.content.starts_with("\xff\xfe") || file.content.starts_with("\xfe\xff")) {
        throw Refused{{"line.utf16", name, {{"file", name}}}};
    }
    if (const auto position = broken_utf8(file.content)) {
        throw Refused{{"template.not_words", name, {{"position", std::to_string(*position + 1)}}}};
    }
    file.content = composed(file.content);
    return file;
}

}  // namespace nennep::cli
