// Pages of records as they were answered, so that one which is looked at again is not drawn up again.
//
// Why nobody is shown what is not theirs: a page is found only by the whole text of `Desktop::eyes`, letter
// by letter and not by its digest. It names everything that the answer is made from: what is asked, in which
// language, on which day, the account with its own file and all its grants, and the last link of the journal.
// The rights of a request are judged from just these (service::Permission), as the table of rights does not
// change while the program runs. Who may come in at all, and with which scope, is asked each time, before.
// With the next entry of the journal everything is forgotten.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "journal/entry.hpp"

namespace nennep::http {

class KeptPages {
public:
    struct Page {
        std::string body;
        std::string etag;
        std::string seat;       // key of the organisation, for the records of looking
    };
    using Shared = std::shared_ptr<const Page>;

    explicit KeptPages(std::size_t most_bytes = 32 * 1024 * 1024) : most_bytes_(most_bytes) {}

    // Null where there is none. `head`: of the journal as it is, held by the caller.
    Shared find(const journal::Head& head, const std::string& eyes);
    void keep(const journal::Head& head, std::string eyes, Shared page);

private:
    void forget_before(const journal::Head& head);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    journal::Head head_;
    std::unordered_map<std::string, Shared> pages_;
    std::size_t bytes_ = 0;
};

}  // namespace nennep::http
