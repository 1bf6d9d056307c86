#include "http/web/assets.hpp"

#include <array>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace nennep::http {
namespace {

std::string_view text(ByteReader& reader) { return reader.raw(reader.u32()); }

}  // namespace

Assets::Assets(std::string_view pack) {
    if (pack.empty()) return;
    ByteReader reader(pack);
    ensure(reader.raw(mark.size()) == mark, "the pack of the web pages begins with its mark");
    struct Lengths {
        Asset* asset;
        std::array<std::uint32_t, 3> bytes;
    };
    std::vector<Lengths> lengths;
    for (auto left = reader.u32(); left > 0 && reader.ok(); --left) {
        const auto name = text(reader);
        auto& asset = assets_[name];
        asset.media_type = text(reader);
        asset.version = text(reader);
        asset.is_immutable = reader.u32() == 1;
        lengths.push_back({&asset, {reader.u32(), reader.u32(), reader.u32()}});
    }
    for (const auto& [asset, bytes] : lengths) {
        asset->plain = reader.raw(bytes[0]);
        asset->gzip = reader.raw(bytes[1]);
        asset->brotli = reader.raw(bytes[2]);
    }
    ensure(reader.done(), "the pack of the web pages is whole");
}

const Asset* Assets::find(std::string_view name) const {
    const auto found = assets_.find(name);
    return found == assets_.end() ? nullptr : &found->second;
}

}  // namespace nennep::http
