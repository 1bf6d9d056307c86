#include "render/pdf/pdf.hpp"

#include <algorithm>
#include <fstream>

#include "render/pdf/annex.hpp"
#include "render/pdf/chart.hpp"
#include "render/pdf/language.hpp"
#include "render/pdf/letterhead.hpp"
#include "render/pdf/table.hpp"

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::Report;
using catalogue::Wording;

bool has_list(const Report& report, unsigned number) {
    return std::any_of(report.lists.begin(), report.lists.end(),
                       [&](const auto& list) { return list.number == number; });
}

// A paragraph from its spans, with a mark after each value that is opened in the annex.
Text paragraph(Type& type, const Report& report, const Block& block) {
    Text text(type);
    if (block.spans.empty()) text.add(styles::body, block.text);
    for (const auto& span : block.spans) {
        text.add(styles::body, span.text);
        if (span.list != 0 && has_list(report, span.list)) text.add_mark(styles::body, span.list);
    }
    return text;
}

void add_heading(Flow& flow, const Block& block, int level) {
    add_paragraph(flow, Text(flow.type(), styles::heading, block.text),
                  {.style = styles::heading,
                   .align = Align::left,
                   .indent = indent,
                   .space_before = level == 1 ? 2 * paragraph_gap : paragraph_gap + 2,
                   .tag = level == 1 ? tag::heading : tag::subheading,
                   .with_next = true,
                   .outline = level},
                  block.text);
}

void add_block(Flow& flow, const Copy& copy, const Block& block, const Wording& wording) {
    switch (block.kind) {
        case Block::Kind::heading: return add_heading(flow, block, 1);
        case Block::Kind::subheading: return add_heading(flow, block, 2);
        case Block::Kind::paragraph:
            return add_paragraph(flow, paragraph(flow.type(), copy.report, block),
                                 {.style = styles::body, .indent = indent, .space_before = paragraph_gap});
        case Block::Kind::figures: return add_figures_table(flow, block.lines, wording);
        case Block::Kind::targets: return add_targets_table(flow, block.lines, wording);
        case Block::Kind::months: return add_months_chart(flow, block, wording);
        case Block::Kind::progress: return add_progress_chart(flow, block, wording);
    }
}

void add_remarks(Flow& flow, const Report& report, const Wording& wording) {
    // A page of its own for two small lines would look like a slip.
    constexpr double into_margin = mm(14);
    flow.add_space(10);
    for (const auto& remark : wording.remarks(report)) {
        add_paragraph(flow, Text(flow.type(), styles::remark, remark),
                      {.style = styles::remark, .align = Align::left, .hang = into_margin});
    }
}

// 2021-01-20T08:00:00+07:00: the moment as a clock in Viet Nam shows it.
std::string moment_text(std::int64_t utc_ms) {
    constexpr std::int64_t day_ms = 86'400'000;
    constexpr std::int64_t ahead_ms = 7 * 3'600'000;
    const auto in_day = ((utc_ms + ahead_ms) % day_ms + day_ms) % day_ms / 1000;
    const auto two = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return Day::in_viet_nam(utc_ms).iso() + "T" + two(in_day / 3600) + ":" + two(in_day / 60 % 60) + ":" +
           two(in_day % 60) + "+07:00";
}

void write(const std::string& bytes, const std::filesystem::path& path) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw Fault("out.unwritable", path.string());
}

}  // namespace

void print_pdf(const Copy& copy, const std::filesystem::path& path) {
    const auto& report = copy.report;
    const Wording wording(copy.catalogue, copy.language);
    Type type(copy.language);
    Paper paper(type);
    paper.open(tag::document);
    Flow flow(type, paper.width());
    add_letterhead(flow, report, wording);
    for (const auto& block : report.blocks) add_block(flow, copy, block, wording);
    add_signature(flow, report.letterhead, wording);
    add_remarks(flow, report, wording);
    flow.print(paper);
    print_annex(paper, type, copy, wording);
    paper.close();
    auto bytes = paper.finish({.title = report.title,
                               .author = report.letterhead.issuer,
                               .created = moment_text(copy.printed_ms)});
    set_language(bytes, copy.language);
    write(bytes, path);
}

}  // namespace nennep::render
