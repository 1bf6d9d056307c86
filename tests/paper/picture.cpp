#include "picture.hpp"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "programs.hpp"

namespace nennep::paper {
namespace {

constexpr std::uint8_t white = 255;

void write(const std::filesystem::path& path, unsigned width, unsigned height, png_uint_32 format,
           const std::vector<std::uint8_t>& points) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = format;
    if (png_image_write_to_file(&image, path.c_str(), 0, points.data(), 0, nullptr) == 0) {
        throw std::runtime_error(path.string() + ": " + image.message);
    }
}

std::uint8_t at(const Picture& picture, unsigned x, unsigned y) {
    if (x >= picture.width || y >= picture.height) return white;
    return picture.points[std::size_t{y} * picture.width + x];
}

// By how much a point of one picture differs from the nearest grey in the other one that stands
// `within` so many points of its place.
int distance(const Picture& one, const Picture& other, unsigned x, unsigned y, unsigned within) {
    const int grey = at(one, x, y);
    int least = white, most = 0;
    for (unsigned row = y > within ? y - within : 0; row <= y + within; ++row) {
        for (unsigned column = x > within ? x - within : 0; column <= x + within; ++column) {
            const int near = at(other, column, row);
            least = std::min(least, near);
            most = std::max(most, near);
        }
    }
    return std::max({least - grey, grey - most, 0});
}

// Calls with the place of each point and its grey then and now.
template <class Each>
void for_each_point(const Picture& stored, const Picture& now, const Each& each) {
    for (unsigned y = 0; y < std::max(stored.height, now.height); ++y) {
        for (unsigned x = 0; x < std::max(stored.width, now.width); ++x) {
            each(x, y, int{at(stored, x, y)}, int{at(now, x, y)});
        }
    }
}

}  // namespace

std::string Difference::told() const {
    if (is_of_size) return "another size of page";
    return std::to_string(points) + " points differ, by up to " + std::to_string(greatest) + " of 255, between (" +
           std::to_string(left) + ", " + std::to_string(top) + ") and (" + std::to_string(right) + ", " +
           std::to_string(bottom) + ")";
}

std::optional<Picture> page_of(const std::filesystem::path& pdf, unsigned page,
                               const std::filesystem::path& work) {
    const auto drawn = work / ("drawing-page-" + std::to_string(page));
    const auto number = std::to_string(page);
    const auto ended = run({"pdftoppm", "-r", std::to_string(dots_an_inch), "-gray", "-png", "-singlefile",
                            "-f", number, "-l", number, pdf.string(), drawn.string()},
                           work);
    const auto file = drawn.string() + ".png";
    auto picture = ended.status == 0 ? read_png(file) : std::nullopt;
    std::filesystem::remove(file);
    return picture;
}

std::string version_of_pdftoppm(const std::filesystem::path& work) {
    std::istringstream in(run({"pdftoppm", "-v"}, work).said);
    std::string name, version, number;
    in >> name >> version >> number;
    return number;
}

std::optional<Picture> read_png(const std::filesystem::path& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return std::nullopt;
    image.format = PNG_FORMAT_GRAY;
    Picture picture{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (png_image_finish_read(&image, nullptr, picture.points.data(), 0, nullptr) == 0) return std::nullopt;
    return picture;
}

void write_png(const std::filesystem::path& path, const Picture& picture) {
    write(path, picture.width, picture.height, PNG_FORMAT_GRAY, picture.points);
}

Difference compare(const Picture& stored, const Picture& now, unsigned within) {
    Difference found;
    found.is_of_size = stored.width != now.width || stored.height != now.height;
    for_each_point(stored, now, [&](unsigned x, unsigned y, int, int) {
        const int by = std::max(distance(stored, now, x, y, within), distance(now, stored, x, y, within));
        found.greatest = std::max(found.greatest, by);
        if (by <= tolerance) return;
        const bool is_first = found.points++ == 0;
        found.left = is_first ? x : std::min(found.left, x);
        found.top = is_first ? y : std::min(found.top, y);
        found.right = std::max(found.right, x);
        found.bottom = std::max(found.bottom, y);
    });
    return found;
}

void write_difference(const std::filesystem::path& path, const Picture& stored, const Picture& now) {
    std::vector<std::uint8_t> points;
    for_each_point(stored, now, [&](unsigned, unsigned, int before, int after) {
        const auto pale = static_cast<std::uint8_t>(white - (white - after) / 3);
        const bool is_new = before - after > tolerance, is_gone = after - before > tolerance;
        points.push_back(is_new ? white : is_gone ? 0 : pale);
        points.push_back(is_new || is_gone ? 0 : pale);
        points.push_back(is_gone ? white : is_new ? 0 : pale);
    });
    write(path, std::max(stored.width, now.width), std::max(stored.height, now.height), PNG_FORMAT_RGB, points);
}

std::string objection_to(const Picture& now, const std::filesystem::path& path,
                         const std::filesystem::path& work, unsigned within) {
    const auto left = (work / (path.parent_path().filename().string() + "-" + path.stem().string())).string();
    std::filesystem::remove(left + ".now.png");
    std::filesystem::remove(left + ".difference.png");
    const auto stored = read_png(path);
    if (!stored) return "no stored picture; look at the page, then --update";
    const auto found = compare(*stored, now, within);
    if (!found) return {};
    write_png(left + ".now.png", now);
    write_difference(left + ".difference.png", *stored, now);
    return found.told() + "; see " + left + ".difference.png";
}

}  // namespace nennep::paper
