// Who was enrolled in a class, and who completed it. Both are kept, so that a reader can say which
// of them is meant (rules.md TRN-2). A person who attended two classes counts once (F2, F4).
#pragma once
#include "domain/training/register.hpp"

namespace nennep::training {

struct Enrolled {
    PersonRef person;
};
struct Completed {
    PersonRef person;
    std::optional<bool> passed;             // passed, unless it says not
    std::optional<std::string> certificate;
};

Folded apply(Class& held, const Enrolled& event, const Moment& at);
Folded apply(Class& held, const Completed& event, const Moment& at);

catalogue::EventType class_enrolled();
catalogue::EventType class_completed();

catalogue::Figure classes_attendees(Kind kind);
catalogue::Figure classes_completed(Kind kind);

}  // namespace nennep::training
