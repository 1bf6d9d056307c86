#include "render/docx/package.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "base/day.hpp"
#include "base/text.hpp"
#include "render/docx/docx.hpp"

namespace nennep::render {
namespace {

constexpr std::uint64_t largest_unpacked = std::uint64_t{200} << 20;
constexpr std::uint64_t largest_xml = std::uint64_t{16} << 20;  // read whole, as a tree
constexpr std::int64_t most_parts = 4000;
// Text packs to a tenth, tables of blanks to a hundredth. Small parts may be as empty as they like.
constexpr std::uint64_t densest = 200;
constexpr std::uint64_t small_part = std::uint64_t{1} << 20;

constexpr std::string_view mark_of_zip = "PK";
constexpr std::string_view mark_of_ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
// "EncryptedPackage" as the directory of an OLE file spells it: a .docx under a password.
constexpr std::string_view mark_of_password("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, CloseFile>;

bool is_xml(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

// A part that would land elsewhere if somebody unpacked the file into a folder.
bool leads_astray(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos)
        return true;
    if (name.find(':') != std::string_view::npos) return true;
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = std::min(name.find('/', at), name.size());
        const auto step = name.substr(at, end - at);
        if (step == ".." || step == ".") return true;
        at = end + 1;
    }
    return false;
}

class Unpacking {
public:
    Unpacking(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    Result<Parts, Refusals> parts() {
        if (bytes_.size() > largest_docx_template) return refused("docx.too_large");
        if (bytes_.starts_with(mark_of_ole)) {
            const bool has_password = bytes_.find(mark_of_password) != std::string_view::npos;
            return refused(has_password ? "docx.encrypted" : "docx.old_format");
        }
        if (!bytes_.starts_with(mark_of_zip)) return refused("docx.not_a_zip");
        if (!open()) return refused("docx.broken_zip");
        const auto count = zip_get_num_entries(archive_.get(), 0);
        if (count > most_parts) return refused("docx.too_large");
        stats_.resize(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < stats_.size(); ++i) {
            if (auto refusals = look_at(i)) return refusals;
        }
        Parts parts;
        for (const auto& stat : stats_) {
            if (std::string_view(stat.name).ends_with('/')) continue;  // a folder
            if (!unpack(stat, parts)) return refused("docx.broken_zip", stat.name);
        }
        return parts;
    }

private:
    Refusals refused(std::string_view code, std::string_view part = "") const {
        Refusals refusals;
        refusals.add({std::string(code), file_, {{"file", file_}, {"part", std::string(part)}}});
        return refusals;
    }

    bool open() {
        zip_error_t error;
        zip_error_init(&error);
        auto* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
        if (source != nullptr) {
            archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
            if (!archive_) zip_source_free(source);
        }
        zip_error_fini(&error);
        return archive_ != nullptr;
    }

    // What the directory of the zip says of one part.
    Refusals look_at(std::size_t index) {
        auto& stat = stats_[index];
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                        ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 ||
            (stat.valid & needed) != needed) {
            return refused("docx.broken_zip");
        }
        const std::string_view name = stat.name;
        if (broken_utf8(name)) return refused("docx.bad_part_name");
        if (leads_astray(name) || !names_.insert(in_small_letters(name)).second) {
            return refused("docx.bad_part_name", name);
        }
        if (stat.encryption_method != ZIP_EM_NONE) return refused("docx.encrypted", name);
        if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
            return refused("docx.broken_zip", name);
        }
        // One at a time: the sum cannot overflow.
        if (stat.size > largest_unpacked || (is_xml(in_small_letters(name)) && stat.size > largest_xml)) {
            return refused("docx.too_large", name);
        }
        unpacked_size_ += stat.size;
        if (unpacked_size_ > largest_unpacked) return refused("docx.too_large", name);
        if (stat.size > small_part &&
            stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > densest) {
            return refused("docx.bomb", name);
        }
        return {};
    }

    // Reads to the end, where the zip's checksum is compared.
    bool unpack(const zip_stat_t& stat, Parts& parts) {
        const File file(zip_fopen_index(archive_.get(), stat.index, 0));
        if (!file) return false;
        auto& part = parts.emplace_back();
        part.name = stat.name;
        part.is_dense = stat.size > 0 && stat.comp_size >= stat.size - stat.size / 10;
        part.bytes.resize(stat.size);
        std::size_t done = 0;
        while (done < part.bytes.size()) {
            const auto got =
                zip_fread(file.get(), part.bytes.data() + done, part.bytes.size() - done);
            if (got <= 0) return false;
            done += static_cast<std::size_t>(got);
        }
        char more = 0;
        return zip_fread(file.get(), &more, 1) == 0;
    }

    std::string_view bytes_;
    const std::string& file_;
    Archive archive_;
    std::vector<zip_stat_t> stats_;
    std::set<std::string> names_;
    std::uint64_t unpacked_size_ = 0;
};

// What the memory is too small for, or zip cannot do.
[[noreturn]] void fail(zip_error_t* error) {
    throw Fault("out.unwritable", zip_error_strerror(error));
}

// Day and time as MS-DOS counts them, in Viet Nam: libzip's own would ask the machine where it is.
struct DosTime {
    std::uint16_t time = 0;
    std::uint16_t date = 0;
};

DosTime dos_time(std::int64_t utc_ms) {
    constexpr std::int64_t ms_a_day = 86'400'000;
    const auto day = Day::in_viet_nam(utc_ms);
    const auto in_day =
        static_cast<unsigned>((utc_ms + 7 * 3'600'000 - day.number() * ms_a_day) / 1000);
    if (day.year() < 1980 || day.year() > 2107) return {0, 1 << 5 | 1};
    const auto years = static_cast<unsigned>(day.year() - 1980);
    return {
        static_cast<std::uint16_t>(in_day / 3600 << 11 | in_day / 60 % 60 << 5 | in_day % 60 / 2),
        static_cast<std::uint16_t>(years << 9 | day.month() << 5 | day.day_of_month())};
}

// A part that is packed already, as libzip takes it over from another zip.
struct PackedPart {
    const Part& part;
    std::size_t done = 0;
};

zip_int64_t serve(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& [part, done] = *static_cast<PackedPart*>(state);
    switch (command) {
        case ZIP_SOURCE_OPEN: done = 0; return 0;
        case ZIP_SOURCE_READ: {
            const auto got = std::min<std::size_t>(size, part.bytes.size() - done);
            part.bytes.copy(static_cast<char*>(data), got, done);
            done += got;
            return static_cast<zip_int64_t>(got);
        }
        case ZIP_SOURCE_STAT: {
            auto& stat = *static_cast<zip_stat_t*>(data);
            zip_stat_init(&stat);
            stat.valid =
                ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
            stat.size = part.deflated->size;
            stat.comp_size = part.bytes.size();
            stat.comp_method = ZIP_CM_DEFLATE;
            stat.crc = part.deflated->checksum;
            return sizeof(stat);
        }
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                                  ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        case ZIP_SOURCE_FREE:
            delete static_cast<PackedPart*>(state);
            return 0;
        default: return 0;  // nothing can go wrong, and nothing is to be closed
    }
}

zip_source_t* source_of(zip_t* archive, const Part& part) {
    if (!part.deflated) {
        return zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    }
    auto state = std::make_unique<PackedPart>(PackedPart{part});
    auto* source = zip_source_function(archive, serve, state.get());
    if (source != nullptr) static_cast<void>(state.release());  // freed with the source
    return source;
}

void add(zip_t* archive, const Part& part, DosTime when) {
    auto* source = source_of(archive, part);
    if (source == nullptr) fail(zip_get_error(archive));
    const auto index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        fail(zip_get_error(archive));
    }
    const auto place = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = part.is_dense ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    const zip_uint32_t level = part.is_dense ? 0 : 6;
    if (zip_set_file_compression(archive, place, method, level) != 0 ||
        zip_file_set_dostime(archive, place, when.time, when.date, 0) != 0) {
        fail(zip_get_error(archive));
    }
}

std::string content_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        fail(zip_source_error(source));
    std::string bytes(stat.size, '\0');
    const auto got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(bytes.size())) fail(zip_source_error(source));
    return bytes;
}

}  // namespace

const Part* find(const Parts& parts, std::string_view name) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

Part* find(Parts& parts, std::string_view name) {
    return const_cast<Part*>(find(static_cast<const Parts&>(parts), name));
}

Result<Parts, Refusals> unpacked(std::string_view zip, const std::string& name) {
    return Unpacking(zip, name).parts();
}

std::string packed(const Parts& parts, std::int64_t made_ms) {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> source(
        zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
    if (!source) fail(&error);
    zip_source_keep(source.get());
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(source.get());
        fail(&error);
    }
    const auto when = dos_time(made_ms);
    for (const auto& part : parts) add(archive.get(), part, when);
    if (zip_close(archive.get()) != 0) fail(zip_get_error(archive.get()));
    static_cast<void>(archive.release());  // closed: it is gone
    return content_of(source.get());
}

}  // namespace nennep::render
