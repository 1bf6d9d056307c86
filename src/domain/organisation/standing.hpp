// What is said of an organisation as a whole: its yearly evaluation (rules.md §8), discipline
// (§7.1) and commendation (§6.2).
#pragma once
#include "domain/organisation/register.hpp"

namespace nennep::organisation {

struct Evaluated {
    std::int64_t year = 0;
    Rating rating = Rating::completed;
};

enum class DisciplineForm : std::uint8_t { reprimand, warning, dissolution };
const Choices& choices_of(DisciplineForm);

struct Disciplined {
    DisciplineForm form = DisciplineForm::reprimand;
    std::optional<std::string> grounds;
};
struct Commended {
    Commendation form = Commendation::other;
    std::optional<std::string> title;
};

Folded apply(Organisation& organisation, const Evaluated& event, const Moment& at);
Folded apply(Organisation& organisation, const Disciplined& event, const Moment& at);
Folded apply(Organisation& organisation, const Commended& event, const Moment& at);

catalogue::EventType organisation_evaluated();
catalogue::EventType organisation_disciplined();
catalogue::EventType organisation_commended();

catalogue::Figure organisations_evaluated();
catalogue::Figure organisations_good_or_better();
catalogue::Figure organisations_good_or_better_pct();
catalogue::Figure organisations_disciplined();
catalogue::Figure organisations_commended();

}  // namespace nennep::organisation
