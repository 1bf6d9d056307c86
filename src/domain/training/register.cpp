#include "domain/training/register.hpp"

namespace nennep::training {

const Choices& choices_of(Kind) {
    static const Choices choices{"class_kind", {"awareness", "new_member", "cadres", "thematic"}};
    return choices;
}

std::string code_of(Kind kind) {
    return std::string(choices_of(kind).codes[static_cast<std::size_t>(kind)]);
}

namespace {

std::int64_t enrolled(const Class& held) { return static_cast<std::int64_t>(held.enrolled.size()); }
std::int64_t completed(const Class& held) { return static_cast<std::int64_t>(held.completed.size()); }

}  // namespace

catalogue::SubjectType classes() {
    using catalogue::trait;
    return catalogue::subject<Class>(subject_type)
        .listed_as("classes")
        .knows(trait<&Class::name>("name"), trait<&Class::kind>("kind"), trait<&Class::host>("host"),
               trait<&Class::from>("from"), trait<&Class::to>("to"), trait<&enrolled>("enrolled"),
               trait<&completed>("completed"));
}

void describe(const Class& held, catalogue::Portrait& portrait) { portrait.label = held.name; }

}  // namespace nennep::training
