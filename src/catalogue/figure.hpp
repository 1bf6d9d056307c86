// A figure is a named question with a number for an answer and the list behind it. It is declared
// as data, beside the events that it counts: which rows they leave in its ledger, and whether the
// rows are counted, added up, or set against those of another figure.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "catalogue/event_type.hpp"

namespace nennep::catalogue {

// Where, when and with which amount something counts.
struct Place {
    OrganisationRef organisation;       // nobody: it belongs to the root of the tree
    std::optional<Day> from = {};       // counts on this day instead of the event's own
    SubjectNo about = nobody;           // whom it is about, if not the subject itself
    std::int64_t amount = 1;
    std::optional<Day> to = {};         // of a stretch of history: until this day

    friend bool operator==(const Place&, const Place&) = default;
};

enum class Measure : std::uint8_t {
    count,          // how many rows
    sum,            // their amounts added up
    percentage,     // 100 × value of one figure / value of another, two decimals, half up
    mean            // amounts (in hundredths) / number of rows, two decimals, half up
};

// A figure's name as a number, never 0: for rows that are about a figure. That no two names share
// one is checked when the catalogue is built.
constexpr SubjectNo figure_code(std::string_view name) {
    std::uint32_t code = 2166136261u;
    for (const char c : name) code = (code ^ static_cast<unsigned char>(c)) * 16777619u;
    return code == nobody ? 1 : code;
}

struct Figure {
    std::string name;
    std::string unit;                   // a text under `unit.`
    Measure measure = Measure::count;
    bool is_stock = false;              // looks at the period's last day, not at the period
    bool distinct = false;              // counts each `about` once
    bool about_figures = false;         // `about` is the code of a figure: targets
    bool needs_a_home = false;          // no organisation ends while it holds such rows

    // Where its rows come from; exactly one, or none for a percentage.
    std::string event_type;
    std::function<std::optional<Place>(const void* state, const void* event, const Moment&)> flow;
    std::string subject_type;
    std::function<std::optional<Place>(const void* state)> stock;
    std::function<void(const void* state, const std::function<void(const Place&, journal::Seq)>&)>
        stretches;

    std::string part;                   // of a percentage: the figure counted
    std::string whole;                  //                  and the one it is set against

    Figure&& each_once() && {
        distinct = true;
        return std::move(*this);
    }
    Figure&& needing_a_home() && {
        needs_a_home = true;
        return std::move(*this);
    }
    Figure&& adding_up() && {
        measure = Measure::sum;
        return std::move(*this);
    }
    Figure&& on_average() && {
        measure = Measure::mean;
        return std::move(*this);
    }
};

// Rows of a flow: one for each event for which `counts` gives a place. `counts` sees the state
// after the event. Without `counts`: every event, where `seat_of(state)` is.
template <class State, class Event>
Figure flow(std::string name, std::string unit, std::string event_type,
            std::function<std::optional<Place>(const State&, const Event&)> counts) {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = std::move(unit);
    figure.event_type = std::move(event_type);
    figure.flow = [counts = std::move(counts)](const void* state, const void* event, const Moment&) {
        return counts(*static_cast<const State*>(state), *static_cast<const Event*>(event));
    };
    return figure;
}

template <class State, class Event>
Figure flow(std::string name, std::string unit, std::string event_type) {
    return flow<State, Event>(std::move(name), std::move(unit), std::move(event_type),
                              [](const State& state, const Event&) -> std::optional<Place> {
                                  return Place{.organisation = seat_of(state)};
                              });
}

// Rows of a stock: a stretch of days for as long as `holds` gives the same place.
template <class State>
Figure stock(std::string name, std::string unit, std::string subject_type,
             std::function<std::optional<Place>(const State&)> holds) {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = std::move(unit);
    figure.is_stock = true;
    figure.subject_type = std::move(subject_type);
    figure.stock = [holds = std::move(holds)](const void* state) {
        return holds(*static_cast<const State*>(state));
    };
    return figure;
}

using EachStretch = std::function<void(const Place&, journal::Seq)>;

// Rows of a stock that only the whole history of a subject can tell: tasks past their due date.
template <class State>
Figure stretches(std::string name, std::string unit, std::string subject_type,
                 std::function<void(const State&, const EachStretch&)> each) {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = std::move(unit);
    figure.is_stock = true;
    figure.subject_type = std::move(subject_type);
    figure.stretches = [each = std::move(each)](const void* state, const EachStretch& row) {
        each(*static_cast<const State*>(state), row);
    };
    return figure;
}

inline Figure percentage(std::string name, std::string part, std::string whole) {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = "percent";
    figure.measure = Measure::percentage;
    figure.part = std::move(part);
    figure.whole = std::move(whole);
    return figure;
}

}  // namespace nennep::catalogue
