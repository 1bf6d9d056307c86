// What the product's own template becomes, as strictly as Word reads it: children in the order of
// the schema (ISO/IEC 29500-1), tables whose rows fit their grid, names and links that are there.
#include <pugixml.hpp>

#include <fstream>

#include "books_fixture.hpp"
#include "render/docx/docx.hpp"
#include "render/docx/package.hpp"
#include "temporary_folder.hpp"

namespace nennep::test {
namespace {

using catalogue::Block;
using catalogue::Cell;
using pugi::xml_node;
using render::Parts;
using Order = std::vector<std::string_view>;

// Of what may stand in these, what a template has a use for. A `+` may stand several times.
const std::map<std::string_view, Order>& orders() {
    static const Order run{"rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "spacing",
                           "position", "sz", "szCs", "u", "vertAlign", "lang"};
    static const Order margins{"top", "left", "bottom", "right"};
    static const std::map<std::string_view, Order> all{
        {"w:document", {"body"}},
        {"w:body", {"p+tbl+", "sectPr"}},
        {"w:tbl", {"tblPr", "tblGrid", "tr+"}},
        {"w:tblPr", {"tblStyle", "tblpPr", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout",
                     "tblCellMar", "tblLook", "tblCaption"}},
        {"w:tblBorders", {"top", "left", "bottom", "right", "insideH", "insideV"}},
        {"w:tblCellMar", margins},
        {"w:tblGrid", {"gridCol+"}},
        {"w:tr", {"tblPrEx", "trPr", "tc+"}},
        {"w:trPr", {"cantSplit+tblHeader+trHeight+"}},
        {"w:tc", {"tcPr", "p+tbl+"}},
        {"w:tcPr", {"tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"}},
        {"w:p", {"pPr", "r+hyperlink+bookmarkStart+bookmarkEnd+fldSimple+"}},
        {"w:pPr", {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr",
                   "shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
                   "sectPr"}},
        {"w:hyperlink", {"r+"}},
        {"w:fldSimple", {"r+"}},
        {"w:r", {"rPr", "t+br+tab+"}},
        {"w:rPr", run},
        {"w:sectPr", {"headerReference+footerReference+", "type", "pgSz", "pgMar", "pgNumType",
                      "cols", "vAlign", "titlePg", "docGrid"}},
        {"w:hdr", {"p+"}},
        {"w:styles", {"docDefaults", "latentStyles", "style+"}},
        {"w:docDefaults", {"rPrDefault", "pPrDefault"}},
        {"w:style", {"name", "basedOn", "next", "link", "uiPriority", "semiHidden",
                     "unhideWhenUsed", "qFormat", "pPr", "rPr", "tblPr", "trPr", "tcPr"}},
        {"w:fonts", {"font+"}},
        {"w:font", {"altName", "panose1", "charset", "family", "pitch"}},
        {"w:settings", {"zoom", "defaultTabStop", "characterSpacingControl", "compat",
                        "themeFontLang", "decimalSymbol", "listSeparator"}},
    };
    return all;
}

std::string_view name_of(const xml_node& node) { return node.name(); }

// Where in an order a name stands, and whether it may be there more than once.
std::optional<std::pair<std::size_t, bool>> place_in(const Order& order, std::string_view name) {
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] == name) return std::pair(i, false);
        for (auto rest = order[i]; rest.find('+') != std::string_view::npos;) {
            const auto plus = rest.find('+');
            if (rest.substr(0, plus) == name) return std::pair(i, true);
            rest.remove_prefix(plus + 1);
        }
    }
    return std::nullopt;
}

class Checker {
public:
    explicit Checker(const Parts& parts) : parts_(parts) {
        check_types();
        for (const auto& part : parts_) {
            pugi::xml_document document;
            const auto read = document.load_buffer(part.bytes.data(), part.bytes.size());
            if (!read) complain(part.name + " is no XML");
            if (part.name.ends_with(".rels")) check_relationships(part.name, document);
            if (part.name == "word/styles.xml") note_styles(document);
            if (part.name.starts_with("word/") && part.name.ends_with(".xml")) {
                check(document.document_element());
            }
        }
        for (const auto& [what, names] : used_) {
            for (const auto& name : names) {
                if (!there_[what].contains(name)) complain("no " + what + " " + name);
            }
        }
        for (const auto& id : ended_) {
            if (!there_["bookmark id"].contains(id)) complain("bookmark " + id + " has no start");
        }
    }

    const std::vector<std::string>& complaints() const { return complaints_; }

private:
    void complain(const std::string& what) {
        if (complaints_.size() < 20) complaints_.push_back(what);
    }

    void check_types() {
        pugi::xml_document types;
        const auto* part = render::find(parts_, "[Content_Types].xml");
        if (part == nullptr) return complain("no content types");
        types.load_buffer(part->bytes.data(), part->bytes.size());
        std::set<std::string> typed;
        for (const auto& entry : types.document_element().children("Override")) {
            typed.insert(std::string(entry.attribute("PartName").value()).substr(1));
        }
        for (const auto& name : typed) {
            if (render::find(parts_, name) == nullptr) complain("a type of nothing: " + name);
        }
        for (const auto& each : parts_) {
            const bool is_typed = typed.contains(each.name) || each.name.ends_with(".rels") ||
                                  each.name == "[Content_Types].xml";
            if (!is_typed) complain("no type of " + each.name);
        }
    }

    void check_relationships(const std::string& part, const pugi::xml_document& document) {
        const std::string folder = part.starts_with("word/") ? "word/" : "";
        for (const auto& entry : document.document_element().children()) {
            const std::string target = entry.attribute("Target").value();
            if (render::find(parts_, folder + target) == nullptr) complain("leads nowhere: " + target);
            if (!folder.empty()) there_["relationship"].insert(entry.attribute("Id").value());
        }
    }

    void note_styles(const pugi::xml_document& document) {
        for (const auto& style : document.document_element().children("w:style")) {
            if (!there_["style"].insert(style.attribute("w:styleId").value()).second) {
                complain("a style twice");
            }
        }
    }

    void check(const xml_node& node) {
        const auto order = orders().find(name_of(node));
        if (order != orders().end()) check_order(node, order->second);
        note(node);
        if (name_of(node) == "w:tbl") check_table(node);
        if (name_of(node) == "w:tc" && name_of(node.last_child()) != "w:p") {
            complain("a cell must end with a paragraph");
        }
        if (name_of(node) == "w:body") {
            if (name_of(node.last_child().previous_sibling()) != "w:p") {
                complain("the text must end with a paragraph");
            }
        }
        for (const auto& child : node.children()) check(child);
    }

    void check_order(const xml_node& node, const Order& order) {
        std::size_t reached = 0;
        std::set<std::string_view> met;
        for (const auto& child : node.children()) {
            const auto name = name_of(child);
            const auto place = place_in(order, name.substr(std::min<std::size_t>(2, name.size())));
            const auto where = std::string(name) + " in " + node.name();
            if (!place) {
                complain("unknown: " + where);
            } else if (place->first < reached) {
                complain("too late: " + where);
            } else {
                reached = place->first;
                if (!met.insert(name).second && !place->second) complain("twice: " + where);
            }
        }
    }

    void check_table(const xml_node& table) {
        int columns = 0;
        int width = 0;
        for (const auto& column : table.child("w:tblGrid").children()) {
            ++columns;
            width += column.attribute("w:w").as_int();
        }
        // Widths that are shared are rounded down.
        const int drawn = table.child("w:tblPr").child("w:tblW").attribute("w:w").as_int();
        if (width > drawn || width < drawn - columns) complain("the grid is not as wide as its table");
        for (const auto& row : table.children("w:tr")) {
            int cells = 0;
            for (const auto& cell : row.children("w:tc")) {
                const auto span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val");
                cells += span.as_int(1);
            }
            if (cells != columns) complain("a row does not fit the grid");
        }
    }

    // What is named, and what names it.
    void note(const xml_node& node) {
        const auto name = name_of(node);
        const std::string value = node.attribute("w:val").value();
        if (name == "w:pStyle" || name == "w:rStyle" || name == "w:tblStyle" || name == "w:basedOn" ||
            name == "w:next") {
            used_["style"].insert(value);
        }
        if (name == "w:headerReference") used_["relationship"].insert(node.attribute("r:id").value());
        if (name == "w:hyperlink") used_["bookmark"].insert(node.attribute("w:anchor").value());
        if (name == "w:bookmarkEnd") ended_.insert(node.attribute("w:id").value());
        if (name != "w:bookmarkStart") return;
        const bool is_new = there_["bookmark id"].insert(node.attribute("w:id").value()).second &&
                            there_["bookmark"].insert(node.attribute("w:name").value()).second;
        if (!is_new) complain("a bookmark twice");
    }

    const Parts& parts_;
    std::map<std::string, std::set<std::string>> there_;
    std::map<std::string, std::set<std::string>> used_;
    std::set<std::string> ended_;
    std::vector<std::string> complaints_;
};

std::vector<std::string> complaints(const Parts& parts) { return Checker(parts).complaints(); }

const catalogue::Figure& any_figure(std::size_t number) {
    std::size_t seen = 0;
    for (const auto& figure : house().figures()) {
        if (!figure.about_figures && seen++ == number) return figure;
    }
    throw Bug("there are not so many figures");
}

catalogue::List list(unsigned number, bool is_wide) {
    catalogue::List list;
    list.number = number;
    list.title = "Kết nạp";
    list.note = number == 1 ? "Mỗi người một dòng." : "";
    list.columns = {{"key", "Mã", Cell::Kind::text, 9},
                    {"name", "Họ tên", Cell::Kind::text, 24},
                    {"day", "Ngày", Cell::Kind::day, 10},
                    {"members.female", "Nữ", Cell::Kind::mark, 10},
                    {"amount", "Số", Cell::Kind::number, 12}};
    if (is_wide) {
        list.columns.push_back({"organisation", "Tổ chức", Cell::Kind::text, 38});
        list.columns.push_back({"decision", "Quyết định", Cell::Kind::text, 30});
    }
    list.rows = 2;
    list.each = [is_wide](const catalogue::RowReader& read) {
        std::vector<Cell> cells{Cell("DV1"), Cell("Đỗ <Ỹ> & con"), Cell(Day(18'295)),
                                Cell::of_mark(), Cell(Number{1234, 0})};
        if (is_wide) {
            cells.emplace_back("Chi bộ 1");
            cells.emplace_back("12-QĐ/ĐUK");
        }
        read(cells);
        cells.assign(cells.size(), Cell());
        read(cells);
    };
    return list;
}

struct Case {
    const char* name;
    std::vector<bool> lists;  // each: is it wide?
    bool has_targets = false;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class OwnDocx : public testing::TestWithParam<std::tuple<Case, Language>> {
protected:
    void SetUp() override {
        const auto& [one, language] = GetParam();
        world_.directory.add(house().organisations(), 1, "DUK");
        world_.directory.edit(1).label = "Đảng bộ Khối";
        report_.organisation = {1};
        report_.year = 2020;
        report_.title = "về công tác";
        report_.letterhead.recipients = {"Tỉnh ủy"};
        const auto last_list = static_cast<unsigned>(one.lists.size());
        for (std::size_t i = 0; i < one.lists.size(); ++i) {
            report_.lists.push_back(list(static_cast<unsigned>(i + 1), one.lists[i]));
        }
        catalogue::FigureLine line;
        line.figure = &any_figure(0);
        line.value = Number{1, 0};
        line.list = last_list;
        const auto plain = line;
        if (one.has_targets) line.target = catalogue::Target{};
        const std::array<std::optional<Number>, 12> months{Number{3, 0}};
        report_.blocks = {
            {.kind = Block::Kind::heading, .text = "I. MỞ ĐẦU"},
            {.kind = Block::Kind::subheading, .text = "1. Đầu"},
            {.kind = Block::Kind::paragraph,
             .text = "Kết nạp 1.",
             .spans = {{.text = "Kết nạp "}, {.text = "1", .figure = line.figure, .list = last_list}}},
            {.kind = Block::Kind::figures, .lines = {plain, line}},
            {.kind = Block::Kind::months, .text = "Theo tháng", .lines = {plain}, .by_month = {months}},
            {.kind = Block::Kind::targets}};
        if (one.has_targets) report_.blocks.back().lines = {line};
    }

    Parts printed() const {
        const auto path = folder_.path() / "printed.docx";
        const auto language = std::get<Language>(GetParam());
        const render::Copy copy{report_, house(), world_, language, 1'611'129'600'000, {}};
        EXPECT_TRUE(render::print_docx(copy, "", "", path));
        std::ifstream in(path, std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        return render::unpacked(bytes, "out.docx").value();
    }

    TemporaryFolder folder_;
    world::World world_;
    catalogue::Report report_;
};

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t times = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
    return times;
}

TEST_P(OwnDocx, IsInTheOrderOfTheSchema) {
    const auto parts = printed();
    EXPECT_EQ(complaints(parts), std::vector<std::string>());
    const auto& xml = render::find(parts, "word/document.xml")->bytes;
    EXPECT_EQ(xml.find("{{"), std::string::npos);
}

TEST_P(OwnDocx, HasTheColumnsAndSectionsItNeeds) {
    const auto& [one, language] = GetParam();
    const auto parts = printed();
    const auto& xml = render::find(parts, "word/document.xml")->bytes;
    const auto say = [&, lang = language](const char* key) {
        return ">" + house().texts().get(key, lang) + "<";
    };
    // The table of targets has such a column too.
    EXPECT_EQ(count(xml, say("report.target")), one.has_targets ? 2U : 0U);
    EXPECT_EQ(count(xml, say("report.annex_number")), one.lists.empty() ? 0U : 1U);
    std::size_t sections = 1;
    if (!one.lists.empty()) ++sections;
    for (std::size_t i = 1; i < one.lists.size(); ++i) {
        if (one.lists[i] != one.lists[i - 1]) ++sections;
    }
    EXPECT_EQ(count(xml, "<w:sectPr>"), sections);
    EXPECT_EQ(count(xml, "<w:titlePg/>"), 1U) << "only the first page has no number";
    const auto last = xml.substr(xml.rfind("<w:sectPr>"));
    const bool ends_wide = !one.lists.empty() && one.lists.back();
    EXPECT_EQ(last.find("landscape") != std::string::npos, ends_wide);
    EXPECT_EQ(count(xml, R"(<w:pStyle w:val="M"/>)"), one.lists.size() * 4) << "days and marks";
}

INSTANTIATE_TEST_SUITE_P(
    Reports, OwnDocx,
    testing::Combine(testing::Values(Case{"without_annex", {}, true}, Case{"bare", {}, false},
                                     Case{"upright", {false, false}, true},
                                     Case{"wide", {true}, false},
                                     Case{"turning", {true, false, true, true}, true},
                                     Case{"turning_back", {false, true, false}, false}),
                     testing::Values(Language::vi, Language::en)),
    [](const auto& one) {
        return std::string(std::get<0>(one.param).name) +
               (std::get<1>(one.param) == Language::vi ? "_vi" : "_en");
    });

TEST(OwnDocxChecker, NoticesWhatWordWouldNotOpen) {
    const auto with = [](const std::string& body) {
        auto parts = render::unpacked(render::own_docx_template(Language::vi), "own.docx").value();
        render::find(parts, "word/document.xml")->bytes =
            R"(<w:document><w:body>)" + body + "<w:p/><w:sectPr/></w:body></w:document>";
        return complaints(parts);
    };
    using All = std::vector<std::string>;
    EXPECT_EQ(with(""), All());
    EXPECT_EQ(with("<w:p><w:pPr><w:jc/><w:keepNext/></w:pPr></w:p>"), All{"too late: w:keepNext in w:pPr"});
    EXPECT_EQ(with("<w:p><w:pPr><w:jc/><w:jc/></w:pPr></w:p>"), All{"twice: w:jc in w:pPr"});
    EXPECT_EQ(with("<w:p><w:tc/></w:p>"),
              (All{"unknown: w:tc in w:p", "a cell must end with a paragraph"}));
    EXPECT_EQ(with("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
              All{"a row does not fit the grid"});
    EXPECT_EQ(with(R"(<w:p><w:hyperlink w:anchor="x"/></w:p>)"), All{"no bookmark x"});
    EXPECT_EQ(with(R"(<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr></w:p>)"), All{"no style x"});
    const std::string place = R"(<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>)";
    EXPECT_EQ(with("<w:p>" + place + place + "</w:p>"), All{"a bookmark twice"});
}

}  // namespace
}  // namespace nennep::test
