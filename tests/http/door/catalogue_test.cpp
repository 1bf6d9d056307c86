// What the catalogue tells is what the server does: every description is in it, and the filters that it
// names for a trait are those that lists take.
#include "matrix.hpp"

namespace nennep::test {
namespace {

class TheCatalogue : public Matrix {
protected:
    TheCatalogue() : Matrix(common_door()) {}
    std::string told() { return common_door().get(caller("office@DUK"), "/catalogue").body; }
};

TEST_F(TheCatalogue, TellsOfEveryDescription) {
    const auto all = told();
    const auto is_told = [&](const std::string& name) {
        EXPECT_NE(all.find("{\"name\":" + json_quoted(name) + ",\"label\":{\"vi\":"), std::string::npos) << name;
    };
    const auto& catalogue = catalogue_of_house();
    for (const auto& subject : catalogue.subjects()) is_told(subject.name);
    for (const auto& figure : catalogue.figures()) is_told(figure.name);
    for (const auto& list : catalogue.lists()) {
        is_told(list.name);
        for (const auto& trait : *list.traits) is_told(trait.name);
    }
    for (const auto& type : catalogue.events()) {
        is_told(type.name);
        for (const auto& field : type.fields) is_told(field.name);
    }
    for (const auto& role : rights_of_house().roles()) {
        EXPECT_NE(all.find("{\"role\":" + json_quoted(role)), std::string::npos) << role;
    }
}

TEST_F(TheCatalogue, IsTheSameInEitherLanguage) {
    const auto one = common_door().get(caller("office@DUK"), "/catalogue");
    const auto other = common_door().get(caller("office@DUK"), "/catalogue?lang=en");
    EXPECT_EQ(one.body, other.body);
}

TEST_F(TheCatalogue, NamesTheFiltersThatListsTake) {
    using catalogue::TraitKind;
    for (const auto& list : catalogue_of_house().lists()) {
        // Organisations are opened as a tree.
        if (list.name == "organisations") continue;
        const auto* who = list.name == "inspections" ? "inspection@DUK" : "office@DUK";
        ASSERT_EQ(common_door().get(caller(who), "/" + list.name + "?limit=1").status, 200) << list.name;
        for (const auto& trait : *list.traits) {
            const auto value = trait.kind == TraitKind::choice ? std::string(trait.choices->codes.front())
                               : trait.kind == TraitKind::day  ? std::string("2020-01-01")
                                                               : std::string("1");
            const auto& forms = service::filter_forms(trait.kind);
            for (const std::string form : {"eq", "from", "to", "has", "present", "missing"}) {
                const auto path = "/" + list.name + "?limit=1&" + trait.name + (form == "eq" ? "" : "." + form) + "=" +
                                  value;
                const bool is_named = std::find(forms.begin(), forms.end(), form) != forms.end();
                EXPECT_EQ(common_door().get(caller(who), path).status == 400, !is_named) << path;
            }
        }
    }
}

}  // namespace
}  // namespace nennep::test
