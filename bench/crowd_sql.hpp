// The members of the crowd and the tree in which they stand as SQLite tables, with the indexes that the
// questions want; and the questions, as one would ask them in SQL.
#pragma once
#include <string>
#include <vector>

#include "service/listing.hpp"
#include "service/statistics.hpp"

struct sqlite3;

namespace nennep::bench {

class Sql {
public:
    explicit Sql(const std::string& file);      // or ":memory:"
    ~Sql();
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    void run(const std::string& sql);
    void insert(const char* sql, const std::vector<std::string>& texts);
    // The first column of the first row, after all rows are read.
    std::int64_t ask(const std::string& sql);

private:
    sqlite3* db_ = nullptr;
};

// Everybody below the crowd's organisation as of its last day.
void write_crowd(Sql& sql, const catalogue::Catalogue& catalogue, const service::Lists& lists,
                 const world::World& world);

// Each question is one statement or several; the first one counts.
using Statements = std::vector<std::string>;
Statements page_by_sql();                   // a page of all members
Statements filtered_page_by_sql();          // some of them, with the counts of three columns
Statements words_by_sql();                  // two beginnings of words within the list
Statements search_by_sql();                 // the same by SQLite's own index of words
Statements cross_table_by_sql();

// The same, as services are asked.
service::ListQuery members();
service::ListQuery some_members();
service::ListQuery members_by_words();
service::CrossQuery cross_table();

}  // namespace nennep::bench
