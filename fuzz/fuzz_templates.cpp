// Any bytes as a template: as words, as the text of a document, as a whole package. What is wrong
// with one is said, and nothing else happens; one that is found good can be printed, and what is
// printed is a package again, whose text is XML and can itself be a template.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <random>

#include "house.hpp"
#include "render/docx/docx.hpp"
#include "render/docx/package.hpp"
#include "reports/words.hpp"

namespace nennep::fuzz {
namespace {

using catalogue::Block;
using catalogue::Cell;

// What takes as many is there to take long, which unit tests look at.
constexpr std::size_t too_many_turns = 100'000;

catalogue::List list() {
    catalogue::List list;
    list.number = 1;
    list.title = "Kết nạp";
    list.columns = {{"name", "Họ tên", Cell::Kind::text, 24},
                    {"day", "Ngày", Cell::Kind::day, 10},
                    {"amount", "Số", Cell::Kind::number, 12}};
    list.rows = 2;
    list.each = [](const catalogue::RowReader& read) {
        const Cell first[]{Cell("Đỗ <Ỹ> & con"), Cell(Day(18'000)), Cell(Number{1234, 0})};
        const Cell second[]{Cell("  "), Cell(), Cell()};
        read(first);
        read(second);
    };
    return list;
}

// A small report in which there is some of everything.
class Sample {
public:
    Sample() {
        world_.directory.add(house().organisations(), 1, "DUK");
        report_.organisation = {1};
        report_.year = 2020;
        report_.title = "về công tác & <năm>\nhai dòng";
        report_.letterhead.recipients = {"Tỉnh ủy", "Lưu"};
        report_.letterhead.year = 2021;
        for (const auto& figure : house().figures()) {
            if (!figure.about_figures) report_.figures.emplace_back().figure = &figure;
        }
        auto line = report_.figures.front();
        line.value = Number{1234, 0};
        line.target = catalogue::Target{};
        line.list = 1;
        report_.figures.front() = line;
        const std::array<std::optional<Number>, 12> months{Number{3, 0}};
        report_.blocks = {
            {.kind = Block::Kind::heading, .text = "I. MỞ ĐẦU"},
            {.kind = Block::Kind::paragraph, .spans = {{.text = "Có "}, {.text = "1", .list = 1}}},
            {.kind = Block::Kind::figures, .lines = {line, report_.figures.back()}},
            {.kind = Block::Kind::months, .text = "Tháng", .lines = {line}, .by_month = {months}},
            {.kind = Block::Kind::targets, .lines = {line}}};
        report_.lists = {list(), list()};
        report_.lists.back().number = 2;
        report_.list_of = [](const catalogue::Figure&) { return list(); };
        path_ = std::filesystem::temp_directory_path() /
                ("nennep_fuzz_templates_" + std::to_string(getpid()) + ".docx");
    }
    ~Sample() { std::filesystem::remove(path_); }

    // Nothing if it was refused as endless.
    std::optional<std::string> printed(const std::string& bytes) const {
        const render::Copy copy{report_, house(), world_, Language::vi, 1'600'000'000'000, {}};
        const auto done = render::print_docx(copy, bytes, "fuzz.docx", path_);
        if (!done) {
            expect(done.error().all().front().code == "docx.too_long", "what was found good is printed");
            return std::nullopt;
        }
        std::ifstream in(path_, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }

private:
    world::World world_;
    catalogue::Report report_;
    std::filesystem::path path_;
};

void expect_refusals_are_sound(const Refusals& refusals) {
    for (const auto& refusal : refusals.all()) {
        const auto key = "refusal." + refusal.code;
        expect(house().texts().has(key), "every refusal has its words");
        const auto text = house().texts().get(key, Language::vi, refusal.arguments);
        expect(!broken_utf8(text), "what a refusal shows is text");
    }
}

// How many turns the repeats of a text could take if each stood within all others. A repeat is seen
// also where elements cut the word.
std::size_t turns_in(std::string_view text) {
    std::string words;
    bool in_element = false;
    for (const char c : text) {
        if (c == '<') in_element = true;
        if (!in_element) words += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
        if (c == '>') in_element = false;
    }
    std::size_t turns = 1;
    for (auto at = words.find("each"); at != std::string::npos; at = words.find("each", at + 1)) {
        const auto what = std::string_view(words).substr(at, 24);
        const bool is_of_all = what.find("figures") != std::string_view::npos;
        const bool is_of_months = what.find("months") != std::string_view::npos;
        turns = std::min(turns * (is_of_all ? house().figures().size() : is_of_months ? 12 : 3), too_many_turns);
    }
    return turns;
}

bool has_sound_xml(const render::Parts& parts) {
    return std::all_of(parts.begin(), parts.end(), [](const render::Part& part) {
        pugi::xml_document document;
        return !part.name.ends_with(".xml") ||
               document.load_buffer(part.bytes.data(), part.bytes.size());
    });
}

void try_package(const std::string& bytes, bool may_print) {
    static const Sample sample;
    const auto refusals = render::check_docx_template(house(), bytes, "fuzz.docx");
    expect_refusals_are_sound(refusals);
    if (refusals || bytes.empty() || !may_print) return;
    const auto printed = sample.printed(bytes);
    if (!printed) return;
    const auto parts = render::unpacked(*printed, "printed.docx");
    expect(static_cast<bool>(parts), "what is printed is a package");
    expect(has_sound_xml(*parts), "what is printed is XML");
}

std::string package_of(std::string_view text) {
    const std::string of = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const bool is_whole = text.starts_with("<w:document") || text.starts_with("<?xml");
    const auto document = is_whole ? std::string(text)
                                   : "<w:document xmlns:w=\"w\"><w:body>" + std::string(text) +
                                         "<w:sectPr/></w:body></w:document>";
    return render::packed({{"[Content_Types].xml",
                            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + of +
                                "document.main+xml\"/></Types>"},
                           {"word/document.xml", document}},
                          0);
}

void try_words(std::string_view text) {
    if (broken_utf8(text)) return;  // does not come in
    const auto words = reports::read_words(house(), text, "fuzz.txt");
    if (!words) expect_refusals_are_sound(words.error());
}

// What templates are made of, put anywhere.
constexpr std::string_view pieces[]{
    "{{each annexes}}", "{{each rows}}", "{{each blocks}}", "{{each row rows}}", "{{each cell cells}}",
    "{{each cell columns}}", "{{each lines}}", "{{each lists.members.admitted}}", "{{each recipients}}",
    "{{each months}}", "{{if cell has_annex}}", "{{if is_last}}", "{{if is_wide}}", "{{if year}}",
    "{{if cell annexes}}", "{{if none members.left}}", "{{else}}", "{{end}}", "{{year}}", "{{title}}",
    "{{text}}", "{{no}}", "{{name}}", "{{", "}}", "<w:p><w:r><w:t>", "</w:t></w:r></w:p>",
    "</w:t></w:r><w:r><w:t>",
    "<w:tbl><w:tblGrid><w:gridCol w:w=\"90\"/><w:gridCol w:w=\"40\"/></w:tblGrid><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>", "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"40\" w:type=\"dxa\"/></w:tcPr>", "</w:tr><w:tr>",
    "<w:p><w:pPr><w:sectPr></w:sectPr></w:pPr></w:p>", "<w:txbxContent>", "</w:txbxContent>",
    "<w:hyperlink w:anchor=\"annex\">", "</w:hyperlink>", "<w:bookmarkStart w:id=\"0\" w:name=\"annex\"/>",
    "<w:bookmarkEnd w:id=\"0\"/>", "<w:del>", "</w:del>", "<w:br/>", "<w:gridSpan w:val=\"2\"/>",
    "\n## ", "\n|members.admitted|", "\n[targets]", "\n[months A: members.admitted]", "{members.admitted:previous}",
    "[some members.left: ", "]", "\n@signer ", "\n; "};

}  // namespace
}  // namespace nennep::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nennep::fuzz;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const bool is_package = text.starts_with("PK");
    const bool may_print = is_package || turns_in(text) < too_many_turns;
    if (is_package) {
        try_package(std::string(text), may_print);
    } else {
        try_words(text);
        try_package(package_of(text), may_print);
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room,
                                               unsigned int seed) {
    using namespace nennep::fuzz;
    std::minstd_rand chance(seed);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (chance() % 2 == 0 || text.starts_with("PK")) return LLVMFuzzerMutate(data, size, room);
    std::string out(text);
    // Before or after something, or anywhere.
    auto at = chance() % (out.size() + 1);
    if (chance() % 4 != 0) at = std::min(out.find(chance() % 2 == 0 ? '<' : '{', at), out.size());
    out.insert(at, pieces[chance() % std::size(pieces)]);
    if (out.size() > room) return LLVMFuzzerMutate(data, size, room);
    std::copy(out.begin(), out.end(), data);
    return out.size();
}
