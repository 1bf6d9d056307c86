#include "render/docx/deflating.hpp"

#include <zlib.h>

#include <array>
#include <new>

namespace nennep::render {
namespace {

// What a zip holds is deflated without the frame that zlib would put around it.
constexpr int no_frame = -MAX_WBITS;
// The annex repeats itself: the quickest level makes it a twentieth already.
constexpr int quickest = 1;
constexpr std::size_t at_once = std::size_t{1} << 24;  // zlib counts in 32 bits

}  // namespace

struct Deflating::Stream {
    z_stream zlib = {};
    std::array<Bytef, std::size_t{1} << 16> room = {};
};

Deflating::Deflating() : stream_(std::make_unique<Stream>()) {
    constexpr int memory_level = 8;
    if (deflateInit2(&stream_->zlib, quickest, Z_DEFLATED, no_frame, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::bad_alloc();
    }
    part_.deflated = Deflated{};
}

Deflating::~Deflating() { deflateEnd(&stream_->zlib); }

void Deflating::add(std::string_view text) {
    auto& zlib = stream_->zlib;
    while (!text.empty()) {
        const auto piece = text.substr(0, at_once);
        // zlib reads only, but says so only if it is asked to when it is built.
        zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        zlib.avail_in = static_cast<uInt>(piece.size());
        auto& [size, checksum] = *part_.deflated;
        checksum = static_cast<std::uint32_t>(crc32(checksum, zlib.next_in, zlib.avail_in));
        size += piece.size();
        run(false);
        text.remove_prefix(piece.size());
    }
}

Part Deflating::finish() {
    run(true);
    return std::move(part_);
}

void Deflating::run(bool ends) {
    auto& [zlib, room] = *stream_;
    do {
        zlib.next_out = room.data();
        zlib.avail_out = static_cast<uInt>(room.size());
        deflate(&zlib, ends ? Z_FINISH : Z_NO_FLUSH);
        part_.bytes.append(reinterpret_cast<const char*>(room.data()),
                           room.size() - zlib.avail_out);
    } while (zlib.avail_out == 0);
}

}  // namespace nennep::render
