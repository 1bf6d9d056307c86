#include "http/gzip.hpp"

#include <zlib.h>

#include <limits>
#include <new>

#include "base/result.hpp"

namespace nennep::http {
namespace {

// Lists of people shrink to a sixth already at this level, at more than twice the pace of the usual 6.
constexpr int level = 4;
constexpr int window_of_gzip = MAX_WBITS + 16;

}  // namespace

std::string gzipped(std::string_view bytes) {
    ensure(bytes.size() < std::numeric_limits<uInt>::max(), "a body fits into one piece of zlib's");
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, window_of_gzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    struct End {
        z_stream& stream;
        ~End() { deflateEnd(&stream); }
    } end{stream};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ensure(deflate(&stream, Z_FINISH) == Z_STREAM_END, "deflateBound leaves room enough");
    out.resize(stream.total_out);
    return out;
}

}  // namespace nennep::http
