#include "catalogue/asking.hpp"

#include <algorithm>

namespace nennep::catalogue {
namespace {

using world::Ledger;
using world::Numbering;
using world::OrganisationNo;
using world::Row;

// Walks the organisations whose rows answer a question.
class Walk {
public:
    Walk(const world::World& world, const Question& question)
        : world_(world),
          question_(question),
          top_(world.directory[question.organisation.no].rank),
          numbering_(world.tree.on(question.tree_of.value_or(question.period.last))) {}

    // Every organisation that stands below on the day and has rows in the ledger.
    template <class Visit>
    void organisations(const Ledger& ledger, Visit&& visit) const {
        const auto below = numbering_->below(top_);
        const auto& occupied = ledger.occupied();
        if (occupied.size() <= below.size()) {
            for (const auto organisation : occupied) {
                if (numbering_->is_below(organisation, top_)) visit(organisation);
            }
        } else {
            for (const auto organisation : below) visit(organisation);
        }
        if (numbering_->is_root(top_)) visit(world::nowhere);
    }

    // Every row that counts.
    template <class Visit>
    void rows(const Ledger& ledger, bool is_stock, Visit&& visit) const {
        const auto first = question_.period.first;
        const auto last = question_.period.last;
        if (is_stock) {
            organisations(ledger, [&](OrganisationNo organisation) {
                for (const auto& row : ledger.rows(organisation, Day::beginning(), last)) {
                    if (last < row.to) visit(organisation, row);
                }
            });
        } else if (question_.structure == Structure::period_end) {
            organisations(ledger, [&](OrganisationNo organisation) {
                for (const auto& row : ledger.rows(organisation, first, last)) visit(organisation, row);
            });
        } else {
            const auto by_own_day = [&](OrganisationNo organisation) {
                for (const auto& row : ledger.rows(organisation, first, last)) {
                    const auto then = world_.tree.on(row.on);
                    const bool counts = organisation == world::nowhere
                                            ? then->is_root(top_)
                                            : then->is_below(organisation, top_);
                    if (counts) visit(organisation, row);
                }
            };
            for (const auto organisation : ledger.occupied()) by_own_day(organisation);
            by_own_day(world::nowhere);
        }
    }

private:
    const world::World& world_;
    const Question& question_;
    OrganisationNo top_;
    std::shared_ptr<const Numbering> numbering_;
};

const Ledger& ledger_of(const Catalogue& catalogue, const world::World& world, const Figure& figure) {
    static const Ledger empty;
    const auto number = catalogue.ledger(figure);
    return number < world.ledgers.size() ? world.ledgers[number] : empty;
}

// Keeps the first record about each subject.
void keep_each_once(std::vector<Record>& records) {
    std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
        return a.row.about < b.row.about || (a.row.about == b.row.about && a.row < b.row);
    });
    const auto same = [](const Record& a, const Record& b) { return a.row.about == b.row.about; };
    records.erase(std::unique(records.begin(), records.end(), same), records.end());
}

std::vector<Record> list(const Catalogue& catalogue, const world::World& world,
                         const Figure& figure, const Question& question) {
    std::vector<Record> records;
    Walk(world, question)
        .rows(ledger_of(catalogue, world, figure), figure.is_stock,
              [&](OrganisationNo organisation, const Row& row) { records.push_back({organisation, row}); });
    if (figure.distinct) keep_each_once(records);
    std::sort(records.begin(), records.end(),
              [](const Record& a, const Record& b) { return a.row < b.row; });
    return records;
}

world::Totals totals(const Catalogue& catalogue, const world::World& world, const Figure& figure,
                     const Question& question) {
    world::Totals all;
    const auto& ledger = ledger_of(catalogue, world, figure);
    if (ledger.is_empty()) return all;
    if (figure.distinct) {
        all.count = static_cast<std::int64_t>(list(catalogue, world, figure, question).size());
        return all;
    }
    const Walk walk(world, question);
    if (figure.is_stock) {
        walk.organisations(ledger, [&](OrganisationNo organisation) {
            all += ledger.totals_on(organisation, question.period.last);
        });
    } else if (question.structure == Structure::period_end) {
        walk.organisations(ledger, [&](OrganisationNo organisation) {
            all += ledger.totals(organisation, question.period.first, question.period.last);
        });
    } else {
        walk.rows(ledger, false, [&](OrganisationNo, const Row& row) { all += {1, row.amount}; });
    }
    return all;
}

std::int64_t whole_value(const Catalogue& catalogue, const world::World& world,
                         const Figure& figure, const Question& question) {
    const auto all = totals(catalogue, world, figure, question);
    return figure.measure == Measure::sum ? all.sum : all.count;
}

// Amounts of money times ten thousand do not fit into 64 bits.
__extension__ using Wide = __int128;

// a / b rounded half up, for a ≥ 0 and b > 0.
std::int64_t rounded(Wide a, std::int64_t b) {
    return static_cast<std::int64_t>((a * 2 + b) / (static_cast<Wide>(b) * 2));
}

// a / b rounded up, for b > 0.
std::int64_t rounded_up(Wide a, std::int64_t b) {
    return static_cast<std::int64_t>((a + b - 1) / b);
}

}  // namespace

std::array<Question, 12> months_of(const Question& year) {
    std::array<Question, 12> months;
    int number = 0;
    for (auto& month : months) {
        month = year;
        month.tree_of = year.tree_of.value_or(year.period.last);
        month.period.first = year.period.first.plus_months(number++);
        month.period.last = year.period.first.plus_months(number).plus_days(-1);
    }
    return months;
}

std::optional<Number> value_of(const Catalogue& catalogue, const world::World& world,
                               const Figure& figure, const Question& question) {
    if (figure.measure == Measure::percentage) {
        const auto part = whole_value(catalogue, world, *catalogue.figure(figure.part), question);
        const auto whole = whole_value(catalogue, world, *catalogue.figure(figure.whole), question);
        if (whole == 0) return std::nullopt;
        return Number{rounded(static_cast<Wide>(part) * 10'000, whole), 2};
    }
    const auto all = totals(catalogue, world, figure, question);
    if (figure.measure == Measure::mean) {
        if (all.count == 0) return std::nullopt;
        return Number{rounded(all.sum, all.count), 2};
    }
    return Number{figure.measure == Measure::sum ? all.sum : all.count, 0};
}

Answer ask(const Catalogue& catalogue, const world::World& world, const Figure& figure,
           const Question& question) {
    Answer answer;
    answer.value = value_of(catalogue, world, figure, question);
    if (figure.measure == Measure::percentage) {
        answer.records = list(catalogue, world, *catalogue.figure(figure.part), question);
        answer.whole = list(catalogue, world, *catalogue.figure(figure.whole), question);
    } else {
        answer.records = list(catalogue, world, figure, question);
    }
    return answer;
}

std::optional<Target> target_of(const Catalogue& catalogue, const world::World& world,
                                const Figure& figure, OrganisationRef organisation, int year) {
    std::optional<Target> latest;
    const auto first = Day::of(year, 1, 1);
    const auto about = figure_code(figure.name);
    for (const auto kind : {targets_at_least, targets_at_most}) {
        const auto* targets = catalogue.figure(kind);
        if (targets == nullptr || !first) continue;
        const auto rows = ledger_of(catalogue, world, *targets)
                              .rows(world.directory[organisation.no].rank, *first, *first);
        for (const auto& row : rows) {
            if (row.about != about) continue;
            const bool later = !latest || std::pair(latest->row.on, latest->row.seq) <
                                              std::pair(row.on, row.seq);
            if (later) latest = Target{kind.substr(kind.find('.') + 1), row.amount, row};
        }
    }
    return latest;
}

Standing standing(const Catalogue& catalogue, const world::World& world, const Figure& figure,
                  const Question& question, const Target& target) {
    const bool at_least = target.kind == "at_least";
    // Compares reached / of with the bound in hundredths: `reached * scale >= bound * of`.
    std::int64_t reached = 0;
    std::int64_t of = 1;
    std::int64_t scale = 100;
    if (figure.measure == Measure::percentage) {
        reached = whole_value(catalogue, world, *catalogue.figure(figure.part), question);
        of = whole_value(catalogue, world, *catalogue.figure(figure.whole), question);
        scale = 10'000;
    } else if (figure.measure == Measure::mean) {
        const auto all = totals(catalogue, world, figure, question);
        reached = all.sum;
        of = all.count;
        scale = 1;
    } else {
        reached = whole_value(catalogue, world, figure, question);
    }
    if (of == 0) return {false, 0};
    const Wide bound = static_cast<Wide>(target.hundredths) * of;
    if (at_least) {
        const auto least = rounded_up(bound, scale);
        return {reached >= least, std::max<std::int64_t>(0, least - reached)};
    }
    const auto most = static_cast<std::int64_t>(bound / scale);
    return {reached <= most, std::max<std::int64_t>(0, reached - most)};
}

Presence presence(const world::World& world, SubjectNo organisation, Day day) {
    const auto& timeline = world.tree[world.directory[organisation].rank];
    if (!timeline.exists() || day < timeline.spans.front().from) return Presence::not_yet;
    return timeline.live_on(day) ? Presence::live : Presence::no_longer;
}

YearBefore year_before(const world::World& world, const Question& question) {
    YearBefore before{question, false};
    before.question.period = question.period.year_before();
    if (presence(world, question.organisation.no, before.question.period.last) == Presence::not_yet) {
        before.question.tree_of = question.tree_of.value_or(question.period.last);
        before.question.structure = Structure::period_end;
        before.by_this_years_tree = true;
    }
    return before;
}

}  // namespace nennep::catalogue
