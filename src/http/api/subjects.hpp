// From keys in an address to subjects, for those who may see them: what is not there and what is
// hidden are the same.
#pragma once
#include "http/api/call.hpp"

namespace nennep::http {

// The books as the request wants them, `as_known` included, and what the user may see in them, which
// is always judged by today.
class Desktop {
public:
    explicit Desktop(const Call& call);

    const service::Books& books() const { return now_.books(); }
    const world::World& world() const { return then_ ? then_->world() : now_.world(); }
    // The last entry that was known, where the past was asked for.
    std::optional<service::Seq> known_up_to() const { return known_up_to_; }
    const service::Permission& may() const { return *permission_; }
    // Lists leave the house only with the right to it, and with a password given not long ago.
    void require_export(world::SubjectNo organisation) const;
    // For long work: writers go on, and what is read stays as it is.
    void go_on_alone();

    // 404 where there is none, or none for this user.
    world::SubjectNo subject(std::string_view type, std::string_view key) const;
    // An organisation for which, and for all below it, the user holds this right.
    catalogue::OrganisationRef organisation(std::string_view key, std::string_view right) const;
    // An organisation for which the user holds this right, whatever stands below it.
    catalogue::OrganisationRef point(std::string_view key, std::string_view right) const;
    // The same organisation in the world of today, by which rights are judged.
    world::OrganisationNo today(world::SubjectNo organisation) const;
    world::SubjectNo today_subject(world::SubjectNo subject) const;
    bool may_see(world::SubjectNo subject) const;
    bool may_name(world::SubjectNo subject) const;
    // Key of the organisation to which a subject belongs today; empty where it is none.
    std::string seat_key(world::SubjectNo subject) const;
    world::OrganisationNo rank(world::SubjectNo organisation) const { return world().directory[organisation].rank; }
    // Everything on which an answer depends: what is asked and in which language, on which day, by whom
    // with which grants, of which journal. Where all of it is the same, the answer is.
    std::string eyes() const;
    // The same as a version to be sent: a digest.
    std::string etag() const;

private:
    const Call& call_;
    service::SharedBooks::Reading now_;
    std::optional<service::SharedBooks::Reading> then_;
    std::optional<service::Seq> known_up_to_;
    std::optional<service::Permission> permission_;
};

// {"key":…,"label":…} of a subject; null for nobody.
std::string reference_json(const world::World& world, const catalogue::Catalogue& catalogue, Language language,
                           world::SubjectNo subject);
// By which names people know those whom events name by key, as far as this user may see them:
// {"person:HS-0901":"…"}.
std::string labels_json(const Call& call, const Desktop& desk, const std::vector<world::SubjectNo>& named);
// What stands in an address, escaped.
std::string escaped(std::string_view text);

}  // namespace nennep::http
