// Pages as grey pictures: drawn by pdftoppm, stored as PNG, compared point by point.
//
// Two pages are alike when no point differs by more than `tolerance` of 255. That is strict: at
// 60 dots an inch a wrong digit changes some ten points of 350,000, and a lost bar of a đ one, by
// 55 to 100 (compare_pages_test.cpp keeps this true). A share of the page that may differ would
// let both pass. In return the version of pdftoppm must be the one that drew the stored pictures:
// another way of drawing moves thousands of points.
//
// What other people's programs lay out is compared `within` one point: each point must have its like
// among the nine around its place. A border, a line or a word that is gone, too much or elsewhere
// shows; that a letter stands a hair's breadth aside does not.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nennep::paper {

constexpr int tolerance = 32;
constexpr int dots_an_inch = 60;

struct Picture {
    unsigned width = 0;
    unsigned height = 0;
    std::vector<std::uint8_t> points;       // grey, row by row from the top; 255 is white
};

struct Difference {
    std::size_t points = 0;                 // that differ by more than the tolerance
    int greatest = 0;
    unsigned left = 0, top = 0, right = 0, bottom = 0;      // around all of them
    bool is_of_size = false;                // the pictures are not of one size

    explicit operator bool() const { return is_of_size || points > 0; }
    std::string told() const;
};

// Nothing where the file has no such page, or is no PDF.
std::optional<Picture> page_of(const std::filesystem::path& pdf, unsigned page,
                               const std::filesystem::path& work);
// "22.12.0", or nothing.
std::string version_of_pdftoppm(const std::filesystem::path& work);

std::optional<Picture> read_png(const std::filesystem::path& path);
void write_png(const std::filesystem::path& path, const Picture& picture);

// `within`: how far aside, in points, the like of a point may stand.
Difference compare(const Picture& stored, const Picture& now, unsigned within = 0);
// The page now in light grey; what is new on it red, what is gone blue.
void write_difference(const std::filesystem::path& path, const Picture& stored, const Picture& now);

// Compares with the picture that is stored at `path`: an objection, or nothing. Of a page that
// differs, FOLDER-NAME.now.png and .difference.png are left in `work`.
std::string objection_to(const Picture& now, const std::filesystem::path& path,
                         const std::filesystem::path& work, unsigned within = 0);

}  // namespace nennep::paper
