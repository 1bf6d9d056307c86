// Who issues a report, as the registers know it: the committee, its superior, the symbol of its
// documents (rules.md §11). What the registers do not know is empty, and stays a blank on the paper
// unless the words say it.
#pragma once
#include "catalogue/report.hpp"

namespace nennep::reports {

class Issuer {
public:
    Issuer(const catalogue::Catalogue& catalogue, const world::World& world,
           const catalogue::ReportRequest& request);

    std::string organisation() const { return label(request_.organisation.no); }
    // Đảng bộ Khối … → Đảng ủy Khối …; a branch issues in its own name.
    std::string committee() const { return committee_of(request_.organisation.no); }
    // The committee of the direct superior; where that is not in the books, who founded the organisation.
    std::string superior() const;
    std::string signing_body() const;           // Ban Thường vụ, Đảng ủy, Chi bộ
    std::string committee_symbol() const;       // ĐUK, as its latest documents have it

    // The report's own number, symbol and day from the register of documents issued, where it was
    // asked for. Refused: a document that this organisation did not issue.
    Result<catalogue::Letterhead, Refusal> numbered(catalogue::Letterhead letterhead) const;

private:
    std::string label(world::SubjectNo organisation) const;
    std::string committee_of(world::SubjectNo organisation) const;
    std::string_view kind_of(world::SubjectNo organisation) const;
    // The rows of a figure that were made in exactly this organisation.
    std::vector<catalogue::Record> own_records(std::string_view figure) const;

    const catalogue::Catalogue& catalogue_;
    const world::World& world_;
    const catalogue::ReportRequest& request_;
    world::OrganisationNo rank_;
    Day last_;
};

}  // namespace nennep::reports
