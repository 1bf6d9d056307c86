// The ways out (rules.md §2.6): name removal (xóa tên), leaving at own request (xin ra), expulsion
// (khai trừ), death (từ trần).
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

struct NameRemoved {
    std::optional<std::string> grounds;
};
struct Left {
    std::optional<std::string> grounds;
};
struct Expelled {
    std::optional<std::string> grounds;
};
struct Died {
    std::optional<std::string> grounds;
};

Folded apply(Person& person, const NameRemoved& event, const Moment& at);
Folded apply(Person& person, const Left& event, const Moment& at);
Folded apply(Person& person, const Expelled& event, const Moment& at);
Folded apply(Person& person, const Died& event, const Moment& at);

catalogue::EventType member_name_removed();
catalogue::EventType member_left();
catalogue::EventType member_expelled();
catalogue::EventType member_died();

catalogue::Figure members_name_removed();
catalogue::Figure members_left();
catalogue::Figure members_expelled();
catalogue::Figure members_died();

}  // namespace nennep::membership
