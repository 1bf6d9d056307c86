#include "render/docx/values.hpp"

#include <algorithm>

#include "base/bytes.hpp"

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::Cell;
using catalogue::Figure;
using catalogue::FigureLine;
using catalogue::List;
using catalogue::Span;

constexpr std::size_t rows_between_news = 1024;

// 2021-01-20T08:30:00Z
std::string moment(std::int64_t utc_ms) {
    constexpr std::int64_t ms_a_day = 86'400'000;
    const auto in_day = (utc_ms % ms_a_day + ms_a_day) % ms_a_day;
    const auto two = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    const Day day(static_cast<std::int32_t>((utc_ms - in_day) / ms_a_day));
    return day.iso() + "T" + two(in_day / 3'600'000) + ":" + two(in_day / 60'000 % 60) + ":" +
           two(in_day / 1000 % 60) + "Z";
}

// Twelve months, or whatever is alike.
Share alike(std::size_t count) { return {.all_least = count, .all_wanted = count}; }

bool is_this_years_target(const FigureLine& line) { return line.target.has_value(); }

template <class Things, class Holds>
std::size_t number_of(const Things& things, Holds&& holds) {
    return static_cast<std::size_t>(std::count_if(things.begin(), things.end(), holds));
}

}  // namespace

Values::Values(const Copy& copy)
    : copy_(copy),
      wording_(copy.catalogue, copy.language),
      remarks_(wording_.remarks(copy.report)) {
    for (const auto& line : copy.report.figures) lines_.emplace(line.figure, line);
    for (const auto& list : copy.report.lists) rows_ += list.rows;
}

std::string_view Values::text(const Access& access, const Turns& turns, std::string& room) const {
    const auto& turn = turns[access.level];
    switch (access.what) {
        case What::no: room = std::to_string(turn.no); return room;
        case What::text: return *turn.text;
        case What::line_name: return turn.line->figure->name;
        case What::line_part:
            room = wording_.part(*turn.line, access.key).value_or("");
            return room;
        case What::figure:
            room = wording_.part(line_of(*access.figure), access.key).value_or("");
            return room;
        case What::kind_name: return catalogue::kind_name(turn.block->kind);
        case What::block_text: return turn.block->text;
        case What::span_text: return turn.span->text;
        case What::span_annex:
            room = turn.span->list == 0 ? "" : std::to_string(turn.span->list);
            return room;
        case What::list_number: room = std::to_string(turn.list->number); return room;
        case What::list_title: return turn.list->title;
        case What::list_note: return turn.list->note;
        case What::list_rows:
            room = printed({static_cast<std::int64_t>(turn.list->rows), 0}, copy_.language);
            return room;
        case What::list_rows_text:
            room = wording_.say(
                "report.rows",
                {{"count", printed({static_cast<std::int64_t>(turn.list->rows), 0}, copy_.language)}});
            return room;
        case What::column_title: return turn.column->title;
        case What::column_code: return turn.column->code;
        case What::cell_text:
            if (turn.cell->kind == Cell::Kind::text) return turn.cell->text;
            room = wording_.cell(*turn.cell);
            return room;
        case What::column:
            for (std::size_t i = 0; i < turn.list->columns.size() && i < turn.cells.size(); ++i) {
                if (turn.list->columns[i].code != access.key) continue;
                room = wording_.cell(turn.cells[i]);
                return room;
            }
            return "";
        case What::month_text:
            if (turn.by_month == nullptr) {
                room = std::to_string(turn.no);
            } else {
                room = catalogue::value_text((*turn.by_month)[turn.no - 1], *turn.line->figure,
                                             copy_.language);
            }
            return room;
        default:
            if (access.is_flag()) return "";
            room = report_text(access);
            return room;
    }
}

std::string Values::report_text(const Access& access) const {
    const auto& report = copy_.report;
    const auto& letterhead = report.letterhead;
    const auto& organisation = copy_.world.directory[report.organisation.no];
    switch (access.what) {
        case What::year: return std::to_string(report.year);
        case What::previous_year: return std::to_string(report.year - 1);
        case What::next_year: return std::to_string(report.year + 1);
        case What::organisation: return organisation.label;
        case What::organisation_key: return organisation.key;
        case What::title: return report.title;
        case What::superior: return letterhead.superior;
        case What::issuer: return letterhead.issuer;
        case What::number_and_symbol: return wording_.number_and_symbol(letterhead);
        case What::number: return letterhead.number;
        case What::symbol: return letterhead.symbol;
        case What::place: return letterhead.place;
        case What::date: return wording_.long_day(letterhead.date, letterhead.year);
        case What::kind: return letterhead.kind;
        case What::authority: return letterhead.authority;
        case What::post: return letterhead.post;
        case What::signer: return letterhead.signer;
        case What::journal_seq: return std::to_string(report.head.seq);
        case What::journal_hash: return hex(bytes_of(report.head.link));
        case What::language: return copy_.language == Language::vi ? "vi-VN" : "en-GB";
        case What::printed_at: return moment(copy_.printed_ms);
        case What::say: return wording_.say(access.key);
        default: break;
    }
    ensure(false, "a field of a report has a text");
    return {};
}

const FigureLine& Values::line_of(const Figure& figure) const {
    static const FigureLine nothing{};
    const auto found = lines_.find(&figure);
    ensure(found != lines_.end(), "a report holds all figures that a template may name");
    return found == lines_.end() ? nothing : found->second;
}

const List& Values::list_of(const Figure& figure) const {
    const auto found = lists_.find(&figure);
    if (found != lists_.end()) return found->second;
    return lists_.emplace(&figure, copy_.report.list_of ? copy_.report.list_of(figure) : List{})
        .first->second;
}

bool Values::is_true(const Access& access, const Turns& turns) const {
    const auto& turn = turns[access.level];
    const auto any_line = [&](auto&& has) {
        return std::any_of(turn.block->lines.begin(), turn.block->lines.end(), has);
    };
    // A cell is of the kind of its column, also where it is empty.
    const auto is_of = [&](Cell::Kind kind) { return turn.column->kind == kind; };
    switch (access.what) {
        case What::is_first: return turn.no == 1;
        case What::is_last: return turn.no == turn.count;
        case What::line_holds: return catalogue::holds(access.key, *turn.line).value_or(false);
        case What::block_is: return turn.block->kind == *access.block;
        case What::block_has_targets: return any_line(is_this_years_target);
        case What::block_has_annex:
            return any_line([](const FigureLine& line) { return line.list != 0; });
        case What::list_is_wide: return is_wide(*turn.list);
        case What::list_turns: return is_turned(turn);
        case What::is_number: return is_of(Cell::Kind::number);
        case What::is_day: return is_of(Cell::Kind::day);
        case What::is_mark: return is_of(Cell::Kind::mark);
        default: break;
    }
    std::string room;
    return !text(access, turns, room).empty();
}

const std::vector<Share>& Values::shares(const List& list) const {
    const auto found = shares_.find(&list);
    return found != shares_.end() ? found->second : shares_.emplace(&list, shares_of(list)).first->second;
}

bool Values::is_turned(const Turn& list) const {
    return list.no > 1 && is_wide(*list.list) != is_wide(copy_.report.lists[list.no - 2]);
}

bool Values::holds(const Condition& condition, const Turns& turns) const {
    if (condition.source) return is_empty(*condition.source, turns) == (condition.word == "none");
    const auto& access = *condition.access;
    const bool is_value = access.key.empty();  // not one of its parts
    if (is_value && access.what == What::figure) {
        return catalogue::holds(condition.word, line_of(*access.figure)).value_or(false);
    }
    if (is_value && access.what == What::line_part) {
        return catalogue::holds(condition.word, *turns[access.level].line).value_or(false);
    }
    return is_true(access, turns) == (condition.word != "none");
}

bool Values::is_empty(const Source& source, const Turns& turns) const {
    const auto& turn = turns[source.level];
    if (source.of == Source::Of::list_of) return list_of(*source.figure).rows == 0;
    if (source.of == Source::Of::rows) return turn.list->rows == 0;
    bool is_any = false;
    each(source, turns, [&](const Turn&) { is_any = true; });
    return !is_any;
}

void Values::each_row(const List& list, const std::function<void(const Turn&)>& take,
                      bool is_annex) const {
    if (!list.each) return;
    Turn turn{.count = list.rows, .list = &list};
    list.each([&](std::span<const Cell> cells) {
        ++turn.no;
        turn.cells = cells;
        take(turn);
        if (!is_annex) return;
        ++rows_done_;
        if (copy_.progress && rows_done_ % rows_between_news == 0) {
            copy_.progress(std::min(rows_done_, rows_), rows_);
        }
    });
}

void Values::each(const Source& source, const Turns& turns,
                  const std::function<void(const Turn&)>& take) const {
    const auto& report = copy_.report;
    const auto& outer = turns[source.level];
    std::size_t no = 0;
    switch (source.of) {
        case Source::Of::recipients:
        case Source::Of::remarks: {
            const auto& texts =
                source.of == Source::Of::remarks ? remarks_ : report.letterhead.recipients;
            for (const auto& text : texts) {
                take({.no = ++no, .count = texts.size(), .text = &text, .share = alike(texts.size())});
            }
            return;
        }
        case Source::Of::figures:
        case Source::Of::targets: {
            const auto is_meant = [&](const FigureLine& line) {
                return source.of == Source::Of::figures || is_this_years_target(line);
            };
            const auto count = number_of(report.figures, is_meant);
            for (const auto& line : report.figures) {
                if (is_meant(line)) take({.no = ++no, .count = count, .line = &line});
            }
            return;
        }
        case Source::Of::blocks: {
            // A chart that only a drawing can show; its table says the same.
            const auto is_shown = [](const Block& block) { return block.kind != Block::Kind::progress; };
            const auto count = number_of(report.blocks, is_shown);
            for (const auto& block : report.blocks) {
                if (is_shown(block)) take({.no = ++no, .count = count, .block = &block});
            }
            return;
        }
        case Source::Of::annexes:
            for (const auto& list : report.lists) {
                take({.no = ++no, .count = report.lists.size(), .list = &list});
            }
            return;
        case Source::Of::list_of: return each_row(list_of(*source.figure), take, false);
        case Source::Of::spans: {
            const auto& block = *outer.block;
            for (const auto& span : block.spans) {
                take({.no = ++no, .count = block.spans.size(), .span = &span});
            }
            if (!block.spans.empty() || block.text.empty()) return;
            const Span whole{.text = block.text};
            return take({.no = 1, .count = 1, .span = &whole});
        }
        case Source::Of::lines: {
            const auto& block = *outer.block;
            for (std::size_t i = 0; i < block.lines.size(); ++i) {
                take({.no = i + 1,
                      .count = block.lines.size(),
                      .line = &block.lines[i],
                      .by_month = i < block.by_month.size() ? &block.by_month[i] : nullptr});
            }
            return;
        }
        case Source::Of::block_months:
        case Source::Of::line_months:
            if (source.of == Source::Of::line_months && outer.by_month == nullptr) return;
            for (no = 1; no <= 12; ++no) {
                take({.no = no,
                      .count = 12,
                      .line = outer.line,
                      .by_month = outer.by_month,
                      .share = alike(12)});
            }
            return;
        case Source::Of::columns: {
            const auto& columns = outer.list->columns;
            const auto& widths = shares(*outer.list);
            for (std::size_t i = 0; i < columns.size(); ++i) {
                take({.no = i + 1,
                      .count = columns.size(),
                      .list = outer.list,
                      .column = &columns[i],
                      .share = widths[i]});
            }
            return;
        }
        case Source::Of::rows: return each_row(*outer.list, take, true);
        case Source::Of::cells: {
            const auto& widths = shares(*outer.list);
            const auto count = std::min(outer.cells.size(), widths.size());
            for (std::size_t i = 0; i < count; ++i) {
                take({.no = i + 1,
                      .count = count,
                      .list = outer.list,
                      .column = &outer.list->columns[i],
                      .cell = &outer.cells[i],
                      .share = widths[i]});
            }
            return;
        }
    }
}

}  // namespace nennep::render
