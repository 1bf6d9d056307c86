// Lists and cross-tables as programs read them (JSON) and as sheets are printed (catalogue::List).
#pragma once
#include "catalogue/list.hpp"
#include "service/statistics.hpp"
#include "service/subject_state.hpp"

namespace nennep::service {

// {"total":n,"next":"…"|null,"rows":[{…}],"facets":{…}}
std::string json_of(const World& world, const ListQuery& query, const ListPage& page, Language language);

// {"rows":[…],"columns":[…],"cells":[[…]],"lists":[[…]],"total":n}; by layers where there are some.
std::string json_of(const World& world, const CrossQuery& query, const CrossTable& table, Language language);

// {"key":…,"name":…,"on":…,"seat":{…},"traits":{…},"fields":{…},"acts":[…]}
std::string json_of(const Catalogue& catalogue, const World& world, const SubjectState& state, Language language);

// Where the list of a cell is found: /api/v1/people?org=…&on=…&gender=male
std::string address_of(const Selecting& asked, const std::vector<Filter>& filters);

// How a person reads the heading of an axis, and a value.
std::string label_of(const KnownOn& known, const World& world, TraitNo trait, const Heading& heading,
                     Language language);
std::string label_of(const KnownOn& known, const World& world, TraitNo trait, const Value& value,
                     Language language);

// The rows of a page as a sheet: keys, then every trait. The page and the world must outlive it.
catalogue::List sheet_of(const World& world, const ListPage& page, Language language);
// A cross-table of rows and columns with their sums; layers one below the other.
catalogue::List sheet_of(const World& world, const CrossTable& table, Language language);

}  // namespace nennep::service
