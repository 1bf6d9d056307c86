#include "reports/lists.hpp"

#include <algorithm>
#include <memory>

#include "catalogue/wording.hpp"
#include "reports/sheaf.hpp"

namespace nennep::reports {
namespace {

using catalogue::Cell;
using catalogue::Column;
using catalogue::Figure;
using catalogue::List;
using catalogue::Measure;
using catalogue::Record;
using world::OrganisationNo;
using world::Row;
using world::SubjectNo;

Number amount_of(const Figure& figure, std::int64_t amount) {
    return {amount, figure.measure == Measure::mean || figure.about_figures ? 2 : 0};
}

// Draws up the lists of one report; shared by them, since they outlive the making of it.
class Drawing {
public:
    Drawing(const catalogue::Catalogue& catalogue, const world::World& world,
            const catalogue::ReportRequest& request, bool on_paper)
        : wording_(catalogue, request.language),
          directory_(world.directory),
          organisations_type_(catalogue.organisations()),
          people_type_(catalogue.people()),
          read_entries_(request.read_entries),
          may_see_(request.may_see),
          on_paper_(on_paper),
          by_rank_(directory_.ranked(organisations_type_)) {}

    const catalogue::Wording& wording() const { return wording_; }
    bool on_paper() const { return on_paper_; }
    const world::Subject& subject(SubjectNo number) const { return directory_[number]; }
    bool may_see(SubjectNo number) const { return !may_see_ || may_see_(number); }
    // As the reader may see it: without its name, if they may not.
    const world::Subject& shown(SubjectNo number) const {
        static const world::Subject hidden = [] {
            world::Subject nobody;
            nobody.label = "•••";
            return nobody;
        }();
        return may_see(number) ? directory_[number] : hidden;
    }
    bool is_organisation(SubjectNo number) const { return directory_[number].type == organisations_type_; }

    const world::Subject* organisation(OrganisationNo rank) const {
        return rank == world::nowhere ? nullptr : &directory_[by_rank_[rank]];
    }
    // On paper one column has to do: "Chi bộ Văn phòng (CQ-24-01)".
    std::string organisation_on_paper(OrganisationNo rank) const {
        const auto* found = organisation(rank);
        return found == nullptr ? std::string() : found->label + " (" + found->key + ")";
    }
    // What the entries say that made these rows, one note a record.
    std::vector<catalogue::EntryNote> notes(std::span<const Record> records) const {
        std::vector<std::pair<journal::Seq, std::size_t>> places;
        places.reserve(records.size());
        for (std::size_t i = 0; i < records.size(); ++i) places.emplace_back(records[i].row.seq, i);
        std::sort(places.begin(), places.end());
        std::vector<journal::Seq> wanted;
        wanted.reserve(places.size());
        for (const auto& [seq, place] : places) {
            if (wanted.empty() || wanted.back() != seq) wanted.push_back(seq);
        }
        std::vector<catalogue::EntryNote> notes(records.size());
        auto next = places.begin();
        if (!read_entries_) return notes;
        read_entries_(wanted, [&](journal::Seq seq, const catalogue::EntryNote& note) {
            while (next != places.end() && next->first < seq) ++next;
            for (; next != places.end() && next->first == seq; ++next) notes[next->second] = note;
        });
        return notes;
    }
    // `room` holds the name where it is not the label as it lies.
    std::string_view name(const world::Subject& subject, std::string& room) const {
        if (!subject.label.starts_with('{')) return subject.label;
        return room = wording_.name(subject.label);
    }
    Column column(std::string code, int letters, Cell::Kind kind = Cell::Kind::text) const {
        auto title = wording_.say("list." + code);
        return {std::move(code), std::move(title), kind, letters};
    }

    Column name_column(const std::vector<Record>& records) const {
        auto named = column("name", 24);
        const bool are_people = !records.empty() && directory_[records.front().row.subject].type == people_type_;
        if (are_people) named.title = wording_.say("list.full_name");
        return named;
    }

private:
    catalogue::Wording wording_;
    const world::Directory& directory_;
    world::TypeNo organisations_type_;
    world::TypeNo people_type_;
    catalogue::EntryReader read_entries_;
    std::function<bool(SubjectNo)> may_see_;
    bool on_paper_;
    std::vector<SubjectNo> by_rank_;
};

using SharedDrawing = std::shared_ptr<const Drawing>;

// So many entries are read together; what is read is not kept.
constexpr std::size_t rows_at_once = 4096;

// The columns of a list, and how each row fills them.
class RowDrawing {
public:
    RowDrawing(SharedDrawing drawing, Sheaf sheaf) : drawing_(std::move(drawing)), sheaf_(std::move(sheaf)) {
        const auto& records = sheaf_.records;
        const auto any = [&](auto&& holds) { return std::any_of(records.begin(), records.end(), holds); };
        is_about_another_ = !sheaf_.figure->about_figures &&
                            any([](const Record& r) { return r.row.about != r.row.subject; });
        has_organisation_ = any([&](const Record& r) {
            return r.organisation != world::nowhere && !is_own(r);
        });
        has_amount_ = sheaf_.figure->measure != Measure::count ||
                      any([](const Record& r) { return r.row.amount != 1; });
        counts_on_another_day_ =
            !sheaf_.figure->is_stock && any([](const Record& r) { return r.row.from != r.row.on; });
        if (drawing_->on_paper()) read_notes();
    }

    List list() const {
        List list;
        list.title = drawing_->wording().label(*sheaf_.figure);
        list.figures.push_back(sheaf_.figure);
        for (const auto& side : sheaf_.sides) list.figures.push_back(side.figure);
        list.columns = columns();
        list.rows = sheaf_.records.size();
        return list;
    }

    void each(const catalogue::RowReader& read) const {
        std::vector<Cell> cells;
        std::string name;
        std::string organisation;
        std::vector<catalogue::EntryNote> notes;
        for (std::size_t i = 0; i < sheaf_.records.size(); ++i) {
            if (!drawing_->on_paper() && i % rows_at_once == 0) {
                const auto left = std::span(sheaf_.records).subspan(i);
                notes = drawing_->notes(left.first(std::min(rows_at_once, left.size())));
            }
            cells.clear();
            const auto& record = sheaf_.records[i];
            const auto& row = record.row;
            const auto& subject = drawing_->shown(row.subject);
            const bool is_hidden = !drawing_->may_see(row.subject);
            cells.emplace_back(subject.key);
            cells.emplace_back(drawing_->name(subject, name));
            if (is_about_another_) {
                const auto& about = drawing_->shown(row.about);
                if (!drawing_->on_paper()) cells.emplace_back(about.key);
                cells.emplace_back(row.about == row.subject ? std::string_view() : about.label);
            }
            if (has_organisation_) add_organisation(cells, organisation, record.organisation);
            cells.emplace_back(row.on);
            if (counts_on_another_day_) cells.emplace_back(row.from);
            if (has_amount_) cells.emplace_back(amount_of(*sheaf_.figure, row.amount));
            for (const auto& side : sheaf_.sides) cells.push_back(side_cell(side, side.rows[i]));
            if (drawing_->on_paper()) {
                for (const auto* told : {&particulars_, &decisions_}) {
                    if (!told->empty()) cells.emplace_back(is_hidden ? std::string_view() : (*told)[i]);
                }
                cells.emplace_back(Number{static_cast<std::int64_t>(row.seq), 0});
            } else {
                if (is_hidden) notes[i % rows_at_once] = {};
                add_note(cells, notes[i % rows_at_once], row.seq);
            }
            read(cells);
        }
    }

private:
    // An organisation's own record: a branch in the list of branches.
    bool is_own(const Record& record) const {
        return drawing_->is_organisation(record.row.subject) &&
               drawing_->subject(record.row.subject).rank == record.organisation;
    }

    // A column in which nothing would stand is left out.
    void read_notes() {
        for (auto& note : drawing_->notes(sheaf_.records)) {
            decisions_.push_back(std::move(note.decision));
            particulars_.push_back(tells_particulars() ? std::move(note.particulars) : std::string());
        }
        const auto is_empty = [](const std::string& text) { return text.empty(); };
        for (auto* column : {&decisions_, &particulars_}) {
            if (std::all_of(column->begin(), column->end(), is_empty)) column->clear();
        }
    }
    // What stands in a register has an entry, but is more than it.
    bool tells_particulars() const { return !sheaf_.figure->is_stock; }

    std::vector<Column> columns() const {
        std::vector<Column> all;
        all.push_back(drawing_->column("key", 9));
        all.push_back(drawing_->name_column(sheaf_.records));
        if (is_about_another_) {
            if (!drawing_->on_paper()) all.push_back(drawing_->column("person_key", 9));
            all.push_back(drawing_->column("person", 24));
        }
        if (has_organisation_) {
            if (!drawing_->on_paper()) all.push_back(drawing_->column("organisation_key", 9));
            all.push_back(drawing_->column("organisation", 38));
        }
        all.push_back(drawing_->column(sheaf_.figure->is_stock ? "since" : "day", 10, Cell::Kind::day));
        if (counts_on_another_day_) all.push_back(drawing_->column("counts_on", 10, Cell::Kind::day));
        if (has_amount_) all.push_back(side_column(*sheaf_.figure, "amount"));
        for (const auto& side : sheaf_.sides) all.push_back(side_column(*side.figure, side.figure->name));
        if (drawing_->on_paper()) {
            if (!particulars_.empty()) all.push_back(drawing_->column("particulars", 18));
            if (!decisions_.empty()) all.push_back(drawing_->column("decision", 15));
            all.push_back(drawing_->column("entry", 7, Cell::Kind::number));
        } else {
            if (tells_particulars()) all.push_back(drawing_->column("particulars", 24));
            all.push_back(drawing_->column("decision", 16));
            all.push_back(drawing_->column("decided_on", 11, Cell::Kind::day));
            all.push_back(drawing_->column("entry", 8, Cell::Kind::number));
            all.push_back(drawing_->column("recorded_on", 11, Cell::Kind::day));
            all.push_back(drawing_->column("recorded_by", 14));
        }
        return all;
    }

    Column side_column(const Figure& figure, std::string code) const {
        const bool counts = figure.measure == Measure::count;
        const auto kind = !counts || code == "amount" ? Cell::Kind::number
                          : figure.is_stock           ? Cell::Kind::day
                                                      : Cell::Kind::mark;
        return {std::move(code), drawing_->wording().label(figure), kind, figure.unit == "vnd" ? 13 : 10};
    }

    Cell side_cell(const Sheaf::Side& side, const Row* row) const {
        if (row == nullptr) return {};
        if (side.figure->measure != Measure::count) return Cell(amount_of(*side.figure, row->amount));
        return side.figure->is_stock ? Cell(row->on) : Cell::of_mark();
    }

    void add_organisation(std::vector<Cell>& cells, std::string& text, OrganisationNo rank) const {
        if (drawing_->on_paper()) {
            text = drawing_->organisation_on_paper(rank);
            cells.emplace_back(std::string_view(text));
            return;
        }
        const auto* found = drawing_->organisation(rank);
        cells.emplace_back(found == nullptr ? std::string_view() : found->key);
        cells.emplace_back(found == nullptr ? std::string_view() : found->label);
    }

    void add_note(std::vector<Cell>& cells, const catalogue::EntryNote& note, journal::Seq seq) const {
        if (tells_particulars()) cells.emplace_back(note.particulars);
        cells.emplace_back(note.decision);
        cells.push_back(note.decided_on ? Cell(*note.decided_on) : Cell());
        cells.emplace_back(Number{static_cast<std::int64_t>(seq), 0});
        cells.emplace_back(Day::in_viet_nam(note.recorded_ms));
        cells.emplace_back(note.recorded_by);
    }

    SharedDrawing drawing_;
    Sheaf sheaf_;
    bool is_about_another_ = false;
    bool has_organisation_ = false;
    bool has_amount_ = false;
    bool counts_on_another_day_ = false;
    std::vector<std::string> decisions_;        // on paper, if there are any
    std::vector<std::string> particulars_;
};

List summed(const SharedDrawing& drawing, Sheaf sheaf) {
    const auto& wording = drawing->wording();
    List list;
    list.title = wording.label(*sheaf.figure);
    list.note = wording.say("list.summed", {{"entries", printed({static_cast<std::int64_t>(sheaf.records.size()), 0},
                                                                wording.language())}});
    list.figures.push_back(sheaf.figure);
    list.columns = {drawing->column("key", 9),
                    drawing->name_column(sheaf.records),
                    drawing->column("organisation", 38),
                    drawing->column("first", 10, Cell::Kind::day),
                    drawing->column("last", 10, Cell::Kind::day),
                    drawing->column("entries", 7, Cell::Kind::number),
                    {"amount", wording.label(*sheaf.figure), Cell::Kind::number, 13}};
    const auto sums = std::make_shared<const std::vector<Sum>>(sums_of(sheaf.records));
    list.rows = sums->size();
    list.each = [drawing, sums, figure = sheaf.figure](const catalogue::RowReader& read) {
        std::string name, organisation;
        for (const auto& sum : *sums) {
            const auto& subject = drawing->shown(sum.subject);
            organisation = drawing->organisation_on_paper(sum.organisation);
            const std::array<Cell, 7> cells{Cell(subject.key),
                                            Cell(drawing->name(subject, name)),
                                            Cell(organisation),
                                            Cell(sum.first),
                                            Cell(sum.last),
                                            Cell(Number{static_cast<std::int64_t>(sum.entries), 0}),
                                            Cell(amount_of(*figure, sum.amount))};
            read(cells);
        }
    };
    return list;
}

List in_rows(const SharedDrawing& drawing, Sheaf sheaf) {
    const auto rows = std::make_shared<const RowDrawing>(drawing, std::move(sheaf));
    auto list = rows->list();
    list.each = [rows](const catalogue::RowReader& read) { rows->each(read); };
    return list;
}

constexpr std::size_t longest_on_paper = 400;       // bytes

std::string shortened(std::string_view text) {
    auto end = text.rfind(' ', longest_on_paper);
    if (end == std::string_view::npos || end == 0) end = longest_on_paper;
    while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;      // not within a letter
    return std::string(text.substr(0, end)) + " …";
}

// A row must fit on a page: what is too long is cut at a word. A workbook has all of it.
void shorten_cells(List& list) {
    list.each = [each = std::move(list.each)](const catalogue::RowReader& read) {
        std::vector<Cell> cells;
        std::vector<std::string> cut;
        each([&](std::span<const Cell> whole) {
            cells.assign(whole.begin(), whole.end());
            cut.resize(cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (cells[i].kind != Cell::Kind::text || cells[i].text.size() <= longest_on_paper) continue;
                cells[i].text = cut[i] = shortened(cells[i].text);
            }
            read(cells);
        });
    };
}

List drawn(const SharedDrawing& drawing, Sheaf sheaf) {
    const bool adds_up = drawing->on_paper() && is_long_enough_to_sum(sheaf);
    auto list = adds_up ? summed(drawing, std::move(sheaf)) : in_rows(drawing, std::move(sheaf));
    if (drawing->on_paper()) shorten_cells(list);
    return list;
}

}  // namespace

Lists::Lists(const catalogue::Catalogue& catalogue, const world::World& world,
             const catalogue::ReportRequest& request, const catalogue::Question& question)
    : catalogue_(catalogue), world_(world), request_(request), question_(question) {}

bool Lists::may_open(const Figure& figure) const { return !request_.may_open || request_.may_open(figure); }

std::vector<List> Lists::annex(const std::vector<const Figure*>& mentioned) const {
    std::vector<Sheaf> sheaves;
    const auto add = [&](const Figure& figure) {
        const bool known = std::any_of(sheaves.begin(), sheaves.end(),
                                       [&](const Sheaf& sheaf) { return sheaf.figure == &figure; });
        if (known || !may_open(figure)) return;
        auto records = ask(catalogue_, world_, figure, question_).records;
        if (!records.empty()) sheaves.push_back({&figure, std::move(records), {}});
    };
    for (const auto* figure : mentioned) {
        if (figure->measure == Measure::percentage) {
            add(*catalogue_.figure(figure->part));
            add(*catalogue_.figure(figure->whole));
        } else {
            add(*figure);
        }
    }
    const bool on_paper = request_.annex == catalogue::ReportRequest::Annex::on_paper;
    const auto drawing = std::make_shared<const Drawing>(catalogue_, world_, request_, on_paper);
    std::vector<List> lists;
    for (auto& sheaf : joined_where_the_same(std::move(sheaves))) {
        lists.push_back(drawn(drawing, std::move(sheaf)));
        lists.back().number = static_cast<unsigned>(lists.size());
    }
    return lists;
}

List Lists::list_of(const Figure& figure) const {
    ensure(figure.measure != Measure::percentage, "a percentage has two lists, not one");
    const auto drawing = std::make_shared<const Drawing>(catalogue_, world_, request_, false);
    auto records =
        may_open(figure) ? ask(catalogue_, world_, figure, question_).records : std::vector<catalogue::Record>();
    return drawn(drawing, {&figure, std::move(records), {}});
}

}  // namespace nennep::reports
