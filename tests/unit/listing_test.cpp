// Lists and cross-tables: who is on them, in which order, and that a number is the length of its list.
#include "service/listing_forms.hpp"

#include <algorithm>
#include <set>

#include "books_fixture.hpp"
#include "history_generator.hpp"
#include "service/subject_state.hpp"

namespace nennep::test {
namespace {

using service::CrossQuery;
using service::Filter;
using service::ListQuery;

class Listing : public ::testing::Test {
protected:
    TestBooks books;
    service::Lists lists{house()};

    void SetUp() override {
        record(
            {R"({"type":"organisation.founded","subject":"R","effective_on":"2015-01-01","data":{"name":"Đảng bộ","kind":"grassroots_party","sector":"ward"}})",
             R"({"type":"organisation.founded","subject":"A","effective_on":"2015-01-01","data":{"name":"Chi bộ A","kind":"branch","parent":"R"}})",
             R"({"type":"organisation.founded","subject":"B","effective_on":"2015-01-01","data":{"name":"Chi bộ B","kind":"branch","parent":"R"}})"});
        member("p1", "Trần Thị Bình", "1990-07-30", "A", R"(,"ethnicity":"Tày")");
        member("p2", "Lê Văn Đức", "1980-02-29", "A", R"(,"ethnicity":"Kinh","religion":"Phật giáo")");
        member("p3", "Ngô An", "1970-01-01", "B", R"(,"ethnicity":"Kinh")");
        member("p4", "Bùi Thị Ân", "1960-01-01", "B", "");
        member("p5", "Đỗ Văn Dũng", "1955-05-05", "B", R"(,"ethnicity":"Kinh")");
    }
    void member(const std::string& key, const std::string& name, const std::string& born, const std::string& branch,
                const std::string& more) {
        record({R"({"type":"person.registered","subject":")" + key +
                    R"(","effective_on":"2018-01-01","data":{"full_name":")" + name +
                    R"(","gender":")" + (name.find("Thị") != std::string::npos ? "female" : "male") +
                    R"(","birth_date":")" + born + R"(","organisation":")" + branch + "\"" + more + "}}",
                R"({"type":"member.registered","subject":")" + key +
                    R"(","effective_on":"2018-06-01","data":{"branch":")" + branch +
                    R"(","admitted_on":"2012-01-01","confirmed_on":"2013-01-01"}})"});
    }
    void record(const std::vector<std::string>& lines) {
        const auto receipt = books.record(lines);
        ASSERT_TRUE(receipt.objections.empty()) << receipt.objections.front().refusal.code;
    }
    const world::World& world() { return books.books().world(); }

    static ListQuery people(const char* organisation = "R", const char* on = "2020-12-31") {
        ListQuery query;
        query.list = "people";
        query.organisation = organisation;
        query.on = *Day::parse(on);
        return query;
    }
    std::string keys(const service::ListPage& page) {
        std::string all;
        for (const auto rank : page.rows) {
            all += (all.empty() ? "" : " ") + world().directory[page.selection.subject(rank)].key;
        }
        return all;
    }
    std::string keys(const ListQuery& query, const service::Sight& sight = {}) {
        const auto page = lists.page(world(), query, sight);
        return page ? keys(*page) : page.error().code;
    }
    std::string filtered(std::initializer_list<std::pair<const char*, const char*>> filters) {
        auto query = people();
        for (const auto& [name, value] : filters) add_filter(query.filters, name, value);
        return keys(query);
    }
};

TEST_F(Listing, PutsPeopleInVietnameseOrder) {
    auto query = people();
    query.sort = "full_name";       // An, Ân, Bình, Dũng, Đức
    EXPECT_EQ(keys(query), "p3 p4 p1 p5 p2");
    query.sort = "-full_name";
    EXPECT_EQ(keys(query), "p2 p5 p1 p4 p3");
    query.sort = "-birth_date";
    EXPECT_EQ(keys(query), "p1 p2 p3 p4 p5");
}

TEST_F(Listing, PutsThoseWhoLackTheTraitLast) {
    auto query = people();
    query.sort = "ethnicity";
    EXPECT_EQ(keys(query), "p2 p3 p5 p1 p4");
    query.sort = "-ethnicity";
    EXPECT_EQ(keys(query), "p1 p2 p3 p5 p4");
}

TEST_F(Listing, FiltersByWhatIsKnown) {
    EXPECT_EQ(filtered({{"ethnicity", "Kinh"}}), "p2 p3 p5");
    EXPECT_EQ(filtered({{"ethnicity", "Kinh"}, {"ethnicity", "Tày"}}), "p1 p2 p3 p5");
    EXPECT_EQ(filtered({{"ethnicity.missing", "1"}}), "p4");
    EXPECT_EQ(filtered({{"religion.present", "1"}}), "p2");
    EXPECT_EQ(filtered({{"religion.has", "phat"}}), "p2");
    EXPECT_EQ(filtered({{"birth_date.from", "1970-01-01"}, {"birth_date.to", "1980-02-29"}}), "p2 p3");
    EXPECT_EQ(filtered({{"age.from", "50"}}), "p3 p4 p5");
    EXPECT_EQ(filtered({{"standing", "prospect"}}), "");
    EXPECT_EQ(filtered({{"sector", "ward"}, {"gender", "female"}}), "p1 p4");
    EXPECT_EQ(filtered({{"sector", "commune"}}), "");
}

TEST_F(Listing, LooksAtTheDay) {
    EXPECT_EQ(keys(people("R", "2018-05-31")), "");         // registered, not yet in the books as members
    EXPECT_EQ(keys(people("B", "2018-06-01")), "p3 p4 p5");
    record(
        {R"({"type":"person.details_changed","subject":"p1","effective_on":"2020-06-01","data":{"ethnicity":"Nùng"}})"});
    auto query = people("R", "2020-05-31");
    add_filter(query.filters, "ethnicity", "Tày");
    EXPECT_EQ(keys(query), "p1");
    query.on = *Day::parse("2020-06-01");
    EXPECT_EQ(keys(query), "");
}

TEST_F(Listing, FindsWords) {
    auto query = people();
    query.words = "binh tran";
    EXPECT_EQ(keys(query), "p1");
    query.words = "P5";
    EXPECT_EQ(keys(query), "p5");
    query.words = "van";
    EXPECT_EQ(keys(query), "p2 p5");
}

TEST_F(Listing, FindsWhatIsCalledByItsKindInEitherLanguage) {
    const std::string held = R"({"type":"meeting.held","effective_on":"2020-03-01","data":{"organisation":"A",)"
                             R"("present":3,"absent_excused":0,"absent_unexcused":0,"kind":)";
    record({held + R"("regular"},"subject":"m1"})", held + R"("committee"},"subject":"m2"})"});
    auto query = people();
    query.list = "meetings";
    for (const auto* words : {"thuong ky", "regular 03", "sinh hoạt 2020"}) {
        query.words = words;
        EXPECT_EQ(keys(query), "m1") << words;
    }
    query.words = "value";
    EXPECT_EQ(keys(query), "");
}

TEST_F(Listing, CountsValuesUnderTheOtherFilters) {
    auto query = people();
    query.facets = {"ethnicity", "gender"};
    add_filter(query.filters, "ethnicity", "Tày");
    const auto page = lists.page(world(), query);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->total, 1u);
    const auto& ethnicities = page->selection.counts()[0].of_values;
    ASSERT_EQ(ethnicities.size(), 3u);      // its own filter does not hide the others
    EXPECT_EQ(ethnicities[0].second, 3);
    EXPECT_EQ(page->selection.counts()[1].of_values.size(), 1u);
}

TEST_F(Listing, ShowsOnlyWhomOneMaySee) {
    std::vector<bool> seen(world().tree.size());
    const auto branch = world().directory.find(house().organisations(), "A").value();
    seen[world().directory[branch].rank] = true;
    EXPECT_EQ(keys(people(), {&seen, world::nobody}), "p1 p2");
    // Themselves too; and with them the total and the counts.
    const auto self = world().directory.find(house().people(), "p4").value();
    auto query = people();
    query.facets = {"gender"};
    const auto page = lists.page(world(), query, {&seen, self});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->total, 3u);
    EXPECT_EQ(page->selection.counts()[0].of_values[0].second, 2);
    // Who was transferred is no longer seen by the branch that they left, in any year.
    record(
        {R"({"type":"member.transfer_introduced","subject":"p1","effective_on":"2021-03-01","data":{"to_branch":"B","kind":"official"}})",
         R"({"type":"member.transfer_received","subject":"p1","effective_on":"2021-04-01","data":{"branch":"B"}})"});
    EXPECT_EQ(keys(people(), {&seen, world::nobody}), "p2");
}

TEST_F(Listing, GoesOnWhereThePageEndedWhoeverComesMeanwhile) {
    auto query = people();
    query.sort = "full_name";
    query.limit = 2;
    const auto first = lists.page(world(), query);
    ASSERT_TRUE(first);
    EXPECT_EQ(keys(*first), "p3 p4");
    member("p6", "Cao Thị Ái", "1990-01-01", "A", "");        // before the end of the first page
    query.cursor = first->next;
    const auto second = lists.page(world(), query);
    ASSERT_TRUE(second);
    EXPECT_EQ(keys(*second), "p1 p5");
    query.cursor = second->next;
    const auto third = lists.page(world(), query);
    ASSERT_TRUE(third);
    EXPECT_EQ(keys(*third), "p2");
    EXPECT_EQ(third->next, "");
    query.sort = "birth_date";
    EXPECT_EQ(keys(query), "list.bad_cursor");
    query.cursor = "zz";
    EXPECT_EQ(keys(query), "list.bad_cursor");
}

TEST_F(Listing, RefusesWhatThereIsNot) {
    auto query = people();
    query.list = "poeple";
    EXPECT_EQ(keys(query), "list.unknown_near");
    query = people();
    query.sort = "birthdate";
    EXPECT_EQ(keys(query), "list.unknown_trait_near");
    query = people("X1");
    EXPECT_TRUE(keys(query).starts_with("reference."));
    EXPECT_EQ(filtered({{"id_number", "1"}}), "list.unknown_trait_near");
    EXPECT_EQ(filtered({{"gender.from", "male"}}), "list.no_such_filter");
    EXPECT_EQ(filtered({{"gender", "femal"}}), "value.not_in_list");
    EXPECT_EQ(filtered({{"birth_date.from", "1970"}}), "value.not_a_date");
}

TEST_F(Listing, NoListShowsWhatFewMayKnow) {
    const std::set<std::string> guarded{"id_number", "phone", "email", "health", "note", "residence",
                                        "temporary_residence", "class_background", "discipline"};
    for (const auto& list : house().lists()) {
        for (const auto& name : list.trait_names()) EXPECT_FALSE(guarded.contains(name)) << list.name << " " << name;
    }
}

TEST_F(Listing, ARecordTellsEachFieldWithItsEntryAndMasksSome) {
    record(
        {R"({"type":"person.details_changed","subject":"p1","effective_on":"2020-06-01","data":{"ethnicity":"Nùng","phone":"0900"}})"});
    const auto subject = world().directory.find(house().people(), "p1").value();
    const auto hidden = [](std::string_view field) { return field != "phone"; };
    const auto state = service::subject_state(books.books(), world(), {subject, *Day::parse("2020-12-31"), {}, hidden});
    ASSERT_TRUE(state);
    const auto field = [&](std::string_view name) {
        return *std::find_if(state->fields.begin(), state->fields.end(), [&](const auto& f) { return f.name == name; });
    };
    EXPECT_EQ(field("ethnicity").json, "\"Nùng\"");
    EXPECT_EQ(field("ethnicity").seq, world().head.seq);
    EXPECT_TRUE(field("phone").is_masked);
    EXPECT_TRUE(field("phone").json.empty());
    const auto before = service::subject_state(books.books(), world(), {subject, *Day::parse("2020-05-31"), {}, {}});
    ASSERT_TRUE(before);
    EXPECT_EQ(before->fields.size(), state->fields.size() - 1);
    EXPECT_FALSE(service::subject_state(books.books(), world(), {subject, *Day::parse("2017-12-31"), {}, {}}));
}

// Every cell, every sum opens a list as long as it says, through the address as well.
void expect_cells_to_be_lists(const service::Lists& lists, const world::World& world, const CrossQuery& query) {
    const auto table = service::cross(lists, world, query);
    ASSERT_TRUE(table) << table.error().code;
    const auto length = [&](const std::vector<Filter>& filters) {
        ListQuery list;
        static_cast<service::Selecting&>(list) = query;
        list.filters.clear();
        for (const auto& [name, value] : service::parameters_of(filters)) add_filter(list.filters, name, value);
        const auto page = lists.page(world, list);
        return page ? static_cast<std::int64_t>(page->total) : -1;
    };
    EXPECT_EQ(length(table->filters({})), table->total);
    const auto size = [&](std::size_t axis) {
        return axis < table->axes.size() ? table->axes[axis].headings.size() : 1;
    };
    std::int64_t sum = 0;
    for (std::size_t layer = 0; layer < size(2); ++layer) {
        for (std::size_t row = 0; row < size(0); ++row) {
            for (std::size_t column = 0; column < size(1); ++column) {
                const auto cell = table->cell(row, column, layer);
                sum += cell;
                EXPECT_EQ(length(table->filters(row, table->axes.size() > 1 ? std::optional(column) : std::nullopt,
                                                table->axes.size() > 2 ? std::optional(layer) : std::nullopt)),
                          cell);
            }
        }
    }
    EXPECT_EQ(sum, table->total);
    for (std::size_t row = 0; row < size(0); ++row) {
        EXPECT_EQ(length(table->filters(row)), table->axes[0].headings[row].count);
    }
}

TEST_F(Listing, EachCellIsItsList) {
    CrossQuery query;
    query.list = "people";
    query.organisation = "R";
    query.on = *Day::parse("2020-12-31");
    for (const auto* rows : {"age", "age:40,60", "ethnicity", "gender", "standing", "birth_year", "sector", "rating"}) {
        for (const auto* columns : {"", "religion", "organisation_kind", "party_age"}) {
            query.rows = rows;
            query.columns = columns;
            expect_cells_to_be_lists(lists, world(), query);
        }
    }
    query.rows = "age";
    query.columns = "gender";
    query.layers = "ethnicity";
    add_filter(query.filters, "ethnicity", "Kinh");
    add_filter(query.filters, "ethnicity", "Tày");
    add_filter(query.filters, "age.from", "35");
    expect_cells_to_be_lists(lists, world(), query);
}

class ListingOfManyHistories : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, ListingOfManyHistories, ::testing::Range(std::uint64_t{1}, std::uint64_t{11}));

TEST_P(ListingOfManyHistories, ListsAgreeWithFiguresAndCellsWithLists) {
    TestBooks books;
    ASSERT_TRUE(books.record(random_history(GetParam()).lines).objections.empty());
    const service::Lists lists(house());
    const auto& world = books.books().world();
    for (int year = 2019; year <= 2022; ++year) {
        ListQuery query;
        query.list = "people";
        query.organisation = "R";
        query.on = *Day::of(year, 12, 31);
        const auto page = lists.page(world, query);
        ASSERT_TRUE(page);
        EXPECT_EQ(static_cast<std::int64_t>(page->total), books.figure("members.total", "R", year)->units);
        CrossQuery cross;
        static_cast<service::Selecting&>(cross) = query;
        cross.rows = "standing";
        cross.columns = "admitted_year";
        expect_cells_to_be_lists(lists, world, cross);
    }
}

}  // namespace
}  // namespace nennep::test
