#include "compare_pages.hpp"

#include <charconv>
#include <fstream>
#include <ostream>
#include <set>
#include <stdexcept>

#include "picture.hpp"

namespace nennep::paper {
namespace {

using Path = std::filesystem::path;

enum Status { alike = 0, different = 1, impossible = 2 };

struct Misuse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Call {
    Path pdf;
    Path pictures;
    Path work = ".";
    std::set<unsigned> pages = {};
    bool is_update = false;
};

unsigned page_number(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0) {
        throw Misuse("no page: " + std::string(text));
    }
    return number;
}

// 1,3-5
std::set<unsigned> page_numbers(std::string_view text) {
    std::set<unsigned> all;
    while (!text.empty()) {
        const auto part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const auto dash = part.find('-');
        const auto first = page_number(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : page_number(part.substr(dash + 1));
        for (auto page = first; page <= last; ++page) all.insert(page);
    }
    return all;
}

std::string name_of(unsigned page) {
    const auto number = std::to_string(page);
    return "page-" + std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number;
}

std::set<unsigned> stored_pages(const Path& pictures) {
    std::set<unsigned> all;
    if (!std::filesystem::is_directory(pictures)) return all;
    for (const auto& entry : std::filesystem::directory_iterator(pictures)) {
        const auto name = entry.path().stem().string();
        const bool is_page = entry.path().extension() == ".png" && name.starts_with("page-");
        if (is_page) all.insert(page_number(name.substr(5)));
    }
    return all;
}

Call understood(const std::vector<std::string>& arguments) {
    Call call;
    std::vector<std::string> files;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& word = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (++i == arguments.size()) throw Misuse(word + " lacks its value");
            return arguments[i];
        };
        if (word == "--update") {
            call.is_update = true;
        } else if (word == "--pages") {
            call.pages = page_numbers(value());
        } else if (word == "--work") {
            call.work = value();
        } else if (word.starts_with("--")) {
            throw Misuse("no such option: " + word);
        } else {
            files.push_back(word);
        }
    }
    if (files.size() != 2) throw Misuse("a PDF and a folder of pictures are needed");
    call.pdf = files[0];
    call.pictures = files[1];
    if (!call.pictures.has_filename()) call.pictures = call.pictures.parent_path();
    if (call.pages.empty()) call.pages = stored_pages(call.pictures);
    if (call.pages.empty()) throw Misuse("no pictures in " + call.pictures.string() + ", and no --pages");
    return call;
}

// Who drew the stored pictures.
Path drawn_by(const Path& pictures) { return pictures / "drawn-by.txt"; }

Status update(const Call& call, std::ostream& out) {
    std::filesystem::create_directories(call.pictures);
    for (const auto page : call.pages) {
        const auto now = page_of(call.pdf, page, call.work);
        if (!now) {
            out << call.pdf.string() << ": has no page " << page << "\n";
            return impossible;
        }
        write_png(call.pictures / (name_of(page) + ".png"), *now);
        out << "stored " << (call.pictures / name_of(page)).string() << ".png\n";
    }
    std::ofstream(drawn_by(call.pictures)) << "pdftoppm " << version_of_pdftoppm(call.work) << "\n";
    return alike;
}

// An objection to the page, or nothing.
std::string objection(const Call& call, unsigned page) {
    const auto now = page_of(call.pdf, page, call.work);
    if (!now) return "the PDF has no such page";
    return objection_to(*now, call.pictures / (name_of(page) + ".png"), call.work);
}

Status check(const Call& call, std::ostream& out) {
    auto status = alike;
    for (const auto page : call.pages) {
        const auto why = objection(call, page);
        if (why.empty()) continue;
        out << call.pdf.string() << ": page " << page << ": " << why << "\n";
        status = different;
    }
    if (status == alike) return alike;
    std::string program, stored;
    std::ifstream(drawn_by(call.pictures)) >> program >> stored;
    const auto version = version_of_pdftoppm(call.work);
    if (!stored.empty() && stored != version) {
        out << "The stored pictures were drawn by pdftoppm " << stored << "; this is " << version
            << ", which may be the reason.\n";
    }
    return status;
}

}  // namespace

int compare_pages(const std::vector<std::string>& arguments, std::ostream& out) {
    try {
        const auto call = understood(arguments);
        std::filesystem::create_directories(call.work);
        return call.is_update ? update(call, out) : check(call, out);
    } catch (const Misuse& misuse) {
        out << misuse.what() << "\n\n" << usage;
    } catch (const std::exception& error) {
        out << error.what() << "\n";
    }
    return impossible;
}

}  // namespace nennep::paper
