// What the table of rights says, worked out a second time: slowly, by names, and without asking
// service::Permission. What the door answers is compared with this.
#pragma once
#include "door.hpp"

namespace nennep::test {

// Nobody; every role of the table at the top, in the middle and at the end of a branch of the tree;
// somebody as themselves only; roles that have ended, have not begun, are held where nothing is any
// more; two roles at once.
const std::vector<Caller>& callers();
const Caller& caller(const std::string& name);

// The living one for which a place counts today.
std::string stands_for(const std::string& place);
// Where a place stands, seen from another; both live.
catalogue::Relation relation(const std::string& held, const std::string& asked);

// Whether a caller holds a right at all; at a place (empty: at the root); there and everywhere below.
bool holds(const Caller& caller, const std::string& right);
bool holds_at(const Caller& caller, const std::string& right, const std::string& place);
bool holds_throughout(const Caller& caller, const std::string& right, const std::string& place);

// For what is founded under a place: it stands below whoever stands at or above that.
bool holds_for_new_below(const Caller& caller, const std::string& right, const std::string& place);

bool is_own_file(const Caller& caller, const Thing& thing);
bool sees(const Caller& caller, const Thing& thing);
// What is marked: the thing, and what guards that part of it.
bool reads(const Caller& caller, const Mark& mark);

}  // namespace nennep::test
