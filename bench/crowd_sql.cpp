#include "crowd_sql.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/vietnamese.hpp"
#include "sample/crowd.hpp"
#include "service/listing_forms.hpp"

namespace nennep::bench {
namespace {

const std::string below = std::string("with recursive below(key) as (select '") +
                          std::string(sample::crowd_organisation) +
                          "' union all select o.key from organisation o join below b on o.parent = b.key) ";
const std::string all = " from people where branch in below and standing in ('probationary','full')";
const std::string some = all + " and ethnicity='Tày' and birth<='1980-12-31'";

void insert_organisation(Sql& sql, const catalogue::Catalogue& catalogue, const world::World& world,
                         world::SubjectNo number) {
    const auto& subject = world.directory[number];
    const auto& column = world.traits[subject.type].column(catalogue.list_of(subject.type).trait("parent").value());
    const auto parent = column.last(subject.rank);
    sql.insert("insert into organisation values(?,?)",
               {subject.key, parent == world::unknown ? "" : world.directory[parent].key});
}

}  // namespace

Sql::Sql(const std::string& file) {
    // Each thread has a connection of its own.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    ensure(sqlite3_open_v2(file.c_str(), &db_, flags, nullptr) == SQLITE_OK, "SQLite opens");
    run("pragma mmap_size=1073741824");
}

Sql::~Sql() { sqlite3_close_v2(db_); }

void Sql::run(const std::string& sql) {
    ensure(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
}

void Sql::insert(const char* sql, const std::vector<std::string>& texts) {
    sqlite3_stmt* statement = nullptr;
    ensure(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
    int place = 0;
    for (const auto& text : texts) sqlite3_bind_text(statement, ++place, text.c_str(), -1, SQLITE_TRANSIENT);
    ensure(sqlite3_step(statement) == SQLITE_DONE, sqlite3_errmsg(db_));
    sqlite3_finalize(statement);
}

std::int64_t Sql::ask(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    ensure(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
    std::int64_t first = 0;
    for (std::size_t row = 0; sqlite3_step(statement) == SQLITE_ROW; ++row) {
        if (row == 0) first = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return first;
}

void write_crowd(Sql& sql, const catalogue::Catalogue& catalogue, const service::Lists& lists,
                 const world::World& world) {
    sql.run("create table people(key text primary key, name text, place text, plain text, gender text, "
            "ethnicity text, religion text, theory text, birth text, standing text, branch text)");
    sql.run("create table organisation(key text primary key, parent text)");
    sql.run("create virtual table words using fts5(key unindexed, plain, prefix='2 3 4')");
    sql.run("begin");
    for (world::SubjectNo number = 1; number < world.directory.size(); ++number) {
        if (world.directory[number].type == catalogue.organisations()) {
            insert_organisation(sql, catalogue, world, number);
        }
    }
    auto query = members();
    query.is_whole = true;
    const auto page = lists.page(world, query);
    const auto& known = page->selection.known();
    for (const auto rank : page->rows) {
        const auto text = [&](const char* trait) {
            const auto no = known.list().trait(trait).value();
            return service::written(known, world, no, known.value(no, rank));
        };
        const auto name = text("full_name");
        const auto& key = world.directory[page->selection.subject(rank)].key;
        sql.insert("insert into people values(?,?,?,?,?,?,?,?,?,?,?)",
                   {key, name, order_of_name(name), without_accents(name) + " " + key, text("gender"),
                    text("ethnicity"), text("religion"), text("political_theory"), text("birth_date"),
                    text("standing"), text("seat")});
        sql.insert("insert into words values(?,?)", {key, without_accents(name)});
    }
    sql.run("commit");
    int indexes = 0;
    for (const auto* column : {"place, key", "gender", "ethnicity, birth", "branch", "birth"}) {
        sql.run(fmt::format("create index i{} on people({})", indexes++, column));
    }
    sql.run("analyze");
}

Statements page_by_sql() {
    return {below + "select count(*)" + all, below + "select *" + all + " order by place, key limit 50"};
}

Statements filtered_page_by_sql() {
    Statements statements{below + "select count(*)" + some,
                          below + "select *" + some + " order by place, key limit 50"};
    for (const auto* column : {"religion", "gender", "theory"}) {
        statements.push_back(below + "select " + column + ", count(*)" + some + " group by 1");
    }
    return statements;
}

Statements words_by_sql() {
    const std::string found = all + " and ' '||plain like '% thi%' and ' '||plain like '% hanh%'";
    return {below + "select count(*)" + found, below + "select *" + found + " order by place, key limit 50"};
}

Statements search_by_sql() {
    const std::string found = " from words where words match 'thi* hanh*'";
    return {"select count(*)" + found,
            "select p.key, p.name, p.branch from people p where key in (select key" + found + " limit 20)"};
}

Statements cross_table_by_sql() {
    return {below + "select substr(birth,1,4), ethnicity, gender, count(*)" + all + " group by 1,2,3"};
}

service::ListQuery members() {
    service::ListQuery query;
    query.list = "people";
    query.organisation = sample::crowd_organisation;
    query.on = Day::of(sample::crowd_last_year, 12, 31).value();
    query.sort = "full_name";
    return query;
}

service::ListQuery some_members() {
    auto query = members();
    service::add_filter(query.filters, "ethnicity", "Tày");
    service::add_filter(query.filters, "birth_date.to", "1980-12-31");
    query.facets = {"religion", "gender", "political_theory"};
    return query;
}

service::ListQuery members_by_words() {
    auto query = members();
    query.words = "thi hanh";
    return query;
}

service::CrossQuery cross_table() {
    service::CrossQuery query;
    query.list = "people";
    query.organisation = sample::crowd_organisation;
    query.on = Day::of(sample::crowd_last_year, 12, 31).value();
    query.rows = "birth_year";
    query.columns = "ethnicity";
    query.layers = "gender";
    return query;
}

}  // namespace nennep::bench
