#include "picture.hpp"

#include <fcntl.h>
#include <png.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

extern char** environ;

namespace nennep::paper {
namespace {

constexpr std::uint8_t white = 255;

// Whether it ran and was content; what it prints goes into a file.
bool run(std::vector<std::string> words, const std::filesystem::path& output) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error(words.front() + " does not start: is poppler-utils installed?");
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

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
    const auto output = work / "pdftoppm.txt";
    const auto number = std::to_string(page);
    const bool has_run = run({"pdftoppm", "-r", std::to_string(dots_an_inch), "-gray", "-png", "-singlefile",
                              "-f", number, "-l", number, pdf.string(), drawn.string()},
                             output);
    const auto file = drawn.string() + ".png";
    auto picture = has_run ? read_png(file) : std::nullopt;
    std::filesystem::remove(file);
    std::filesystem::remove(output);
    return picture;
}

std::string version_of_pdftoppm(const std::filesystem::path& work) {
    const auto output = work / "pdftoppm.txt";
    run({"pdftoppm", "-v"}, output);
    std::ifstream in(output);
    std::string name, version, number;
    in >> name >> version >> number;
    in.close();
    std::filesystem::remove(output);
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

Difference compare(const Picture& stored, const Picture& now) {
    Difference found;
    found.is_of_size = stored.width != now.width || stored.height != now.height;
    for_each_point(stored, now, [&](unsigned x, unsigned y, int before, int after) {
        const int by = std::abs(before - after);
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

}  // namespace nennep::paper
