// What of a history and of a list somebody may see. A door asks here before it shows either.
//
// An event that is seen by fewer than its subject vanishes from the history for others, and so does
// the correction that voids it. A guarded field is left out and named in `masked`: whoever looks knows
// that there is something, and may ask for it to be revealed, which the door logs.
#pragma once
#include "service/history.hpp"
#include "service/inquiry.hpp"
#include "service/permission.hpp"

namespace nennep::service {

// Of one subject's history, by the books of now. `revealed`: the guards past which the reader asked to
// see; of their own history nobody has to.
std::vector<HistoryLine> visible(const catalogue::Catalogue& catalogue, const Permission& permission,
                                 SubjectNo subject, std::vector<HistoryLine> lines,
                                 const std::vector<std::string>& revealed = {});

// The right beside `see.figures.lists` without which the list behind a figure stays closed; nothing
// where none is needed.
std::optional<catalogue::RightNo> restriction_of(const catalogue::Catalogue& catalogue,
                                                 const catalogue::Rights& rights,
                                                 const catalogue::Figure& figure);
// Whether the list may be opened for an organisation and all below it.
bool may_open_list(const catalogue::Catalogue& catalogue, const Permission& permission,
                   const catalogue::Figure& figure, OrganisationNo organisation);

// The rows of a list that may be opened. Each row stays, so that the list is as long as its value
// says; who is no longer seen (transferred since, say) stands in it without key and name.
std::vector<RecordLine> visible(const catalogue::Catalogue& catalogue, const Permission& permission,
                                std::vector<RecordLine> rows);

}  // namespace nennep::service
