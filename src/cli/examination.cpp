#include "cli/examination.hpp"

#include "base/bytes.hpp"
#include "cli/settings.hpp"

namespace nennep::cli {
namespace {

std::string in_json(const Examination& found) {
    const auto& books = found.books;
    std::string out = std::string("{\"sound\":") + (found.is_sound() ? "true" : "false") +
                      ",\"entries\":" + std::to_string(books.entries);
    if (books.is_sound()) {
        out += ",\"journal\":{\"seq\":" + std::to_string(found.head.seq) + ",\"hash\":\"" +
               hex(bytes_of(found.head.link)) + "\"},\"facts\":\"" + hex(bytes_of(books.facts)) + "\"";
    } else {
        out += ",\"at\":" + std::to_string(books.at) + ",\"fault\":" + json_quoted(books.fault) +
               ",\"detail\":" + json_quoted(books.detail);
    }
    if (found.log) {
        out += ",\"access_log\":{\"lines\":" + std::to_string(found.log->lines);
        if (found.log->broken_at) out += ",\"broken_at\":" + std::to_string(*found.log->broken_at);
        out += "}";
    }
    return out + "}\n";
}

}  // namespace

Examination examine(const House& house, const std::string& data, const service::Progress& progress) {
    const auto store = house.open_store(data, Access::read);
    Examination found;
    found.books = service::verify_chain(*store, progress);
    if (found.books.is_sound()) {
        try {
            const service::Books books(*store, house.catalogue, house.program);
            found.books = service::verify_facts(books, progress);
        } catch (const Fault& fault) {
            found.books.fault = "fold";
            found.books.detail = fault.what();
        }
    }
    // The records of looking have a chain of their own.
    if (const auto keep = house.open_keep(data, Access::read)) found.log = accounts::verify_log(*keep);
    found.head = store->head();
    return found;
}

std::string in_words(const Terminal& terminal, const Examination& found) {
    const auto& books = found.books;
    std::string out = terminal.say(books.is_sound() ? "verify.sound" : "verify." + books.fault,
                                   {{"entries", std::to_string(books.entries)},
                                    {"subjects", std::to_string(books.subjects)},
                                    {"seq", std::to_string(books.at)},
                                    {"detail", books.detail},
                                    {"hash", hex(bytes_of(found.head.link))},
                                    {"facts", hex(bytes_of(books.facts))}});
    if (const auto& log = found.log) {
        out += "\n" + terminal.say(log->broken_at ? "verify.log_broken" : "verify.log_sound",
                                   {{"lines", std::to_string(log->lines)},
                                    {"line", std::to_string(log->broken_at.value_or(0))}});
    }
    return out;
}

Status verify(const Call& call) {
    const auto found = examine(call.house, data_of(call), call.terminal.progress());
    call.terminal.clear_line();
    call.out << (call.options.format == "json" ? in_json(found) : in_words(call.terminal, found) + "\n");
    return found.is_sound() ? done : store_fault;
}

}  // namespace nennep::cli
