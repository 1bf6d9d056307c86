#include "http/web/addresses.hpp"

#include <algorithm>
#include <vector>

#include "http/message.hpp"

namespace nennep::http {
namespace {

struct Place {
    std::string_view name;
    std::size_t below;          // how many parts may follow: /ho-so/HS-1/buoc/2 has three
};

constexpr Place places[]{
    {"viec", 0}, {"to-chuc", 2}, {"dang-vien", 2}, {"lop", 2}, {"ho-so", 3},
    {"sinh-hoat", 2}, {"nghi-quyet", 2}, {"nhiem-vu", 2}, {"danh-gia", 2}, {"kiem-tra", 2},
    {"hoat-dong", 2}, {"doan-the", 2}, {"dai-hoi", 2}, {"cap-uy", 2}, {"bao-cao", 2},
    {"chi-tieu", 2}, {"thong-ke", 2}, {"nhap", 2}, {"bieu-mau", 2}, {"quan-tri", 2},
    {"tai-khoan", 1}, {"huong-dan", 2}, {"dang-nhap", 1}, {"mau-giao-dien", 0}, {"tim", 0},
};
constexpr std::size_t deepest = 4;

// A key may be the number of a document, which has slashes: 12%2FNQ-DU.
bool is_plain(std::string_view part) {
    const auto decoded = unescaped(part, false);
    return decoded && !decoded->empty() && *decoded != "." && *decoded != ".." &&
           decoded->find('\\') == std::string::npos;
}

}  // namespace

bool is_page(std::string_view path) {
    if (!path.starts_with('/')) return false;
    path.remove_prefix(1);
    if (path.empty()) return true;
    if (path.ends_with('/')) path.remove_suffix(1);
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = path.find('/');
        parts.push_back(path.substr(0, end));
        if (!is_plain(parts.back()) || parts.size() > deepest) return false;
        if (end == std::string_view::npos) break;
        path.remove_prefix(end + 1);
    }
    const auto* const place = std::find_if(std::begin(places), std::end(places),
                                           [&](const Place& one) { return one.name == parts.front(); });
    return place != std::end(places) && parts.size() - 1 <= place->below;
}

}  // namespace nennep::http
