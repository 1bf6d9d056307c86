// The files of the web application as they were built into the program: each with its type, its version
// and, where that is shorter, packed beforehand. web/scripts/pack.mjs writes what is read here:
//
//   "nennep assets 1\n"  count
//   count times:  name  media type  version (digest of the bytes)  is immutable: 0, 1
//                 three lengths: plain, gzip, brotli (0: not packed)
//   the bodies, in the order of the lengths
//
// Texts have their length before them; all numbers are four bytes, little end first. Names begin with a
// slash: they are the addresses.
#pragma once
#include <cstdint>
#include <map>
#include <string_view>

namespace nennep::http {

struct Asset {
    std::string_view media_type;
    std::string_view version;
    bool is_immutable = false;      // its name changes with its bytes
    std::string_view plain;
    std::string_view gzip;          // empty: not worth it
    std::string_view brotli;
};

class Assets {
public:
    // Views into `pack`, which stays where it is. An empty one: the program was built without the pages.
    // A damaged one is a Bug.
    explicit Assets(std::string_view pack);

    // By its address; nothing where there is none.
    const Asset* find(std::string_view name) const;
    bool empty() const { return assets_.empty(); }
    const std::map<std::string_view, Asset>& all() const { return assets_; }

    static constexpr std::string_view mark = "nennep assets 1\n";

private:
    std::map<std::string_view, Asset> assets_;
};

}  // namespace nennep::http
