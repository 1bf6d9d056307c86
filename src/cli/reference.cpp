// The reference, printed from the descriptions themselves; docs/reference holds what this prints.
#include <iostream>

#include "cli/setting_list.hpp"

namespace nennep::cli {
namespace {

using catalogue::Catalogue;

std::string both(const Texts& texts, const std::string& key) {
    return texts.get(key, Language::vi) + " / " + texts.get(key, Language::en);
}

void print_events(const Catalogue& catalogue, std::ostream& out) {
    const auto& texts = catalogue.texts();
    out << "# Event types\n\nPrinted by `nennep reference events`. `?` = may be left out. How each kind of value is\n"
        << "written is told in [import.md](../import.md#values).\n";
    for (const auto& type : catalogue.events()) {
        out << "\n## `" << type.name << "`\n\n" << both(texts, "event." + type.name) << ". Subject: "
            << type.subject_type << (type.opens ? " (opened by this event)" : "") << ".\n\n";
        out << "| field | | kind | values |\n| --- | --- | --- | --- |\n";
        for (const auto& field : type.fields) {
            out << "| `" << field.name << (field.required() ? "`" : "`?") << " | "
                << both(texts, "field." + field.name) << " | " << field.kind->name << " | ";
            if (const auto* choices = field.kind->choices) {
                for (std::size_t i = 0; i < choices->codes.size(); ++i) {
                    const std::string code(choices->codes[i]);
                    out << (i > 0 ? ", " : "") << "`" << code << "` ("
                        << texts.get("value." + std::string(choices->list) + "." + code, Language::vi) << ")";
                }
            }
            out << " |\n";
        }
    }
    out << "\n## `event.voided`\n\n" << both(texts, "event.event.voided")
        << ". Subject: that of the voided event; may be left out, as may `effective_on`.\n\n"
        << "| field | kind |\n| --- | --- |\n| `event` | id or sequence number |\n| `reason` | text |\n";
}

void print_figures(const Catalogue& catalogue, std::ostream& out) {
    const auto& texts = catalogue.texts();
    out << "# Figures\n\nPrinted by `nennep reference figures`. A stock looks at the period's last day; "
        << "everything else\n"
        << "counts events of the period. See [figures.md](../figures.md).\n\n"
        << "| figure | | counts | unit |\n| --- | --- | --- | --- |\n";
    for (const auto& figure : catalogue.figures()) {
        out << "| `" << figure.name << "` | " << both(texts, "figure." + figure.name) << " | ";
        switch (figure.measure) {
            case catalogue::Measure::percentage:
                out << "100 × `" << figure.part << "` / `" << figure.whole << "`";
                break;
            case catalogue::Measure::mean: out << "mean over `" << figure.event_type << "`"; break;
            case catalogue::Measure::sum:
            case catalogue::Measure::count:
                out << (figure.measure == catalogue::Measure::sum ? "sum over " : "")
                    << (figure.is_stock ? "stock of " + figure.subject_type : "`" + figure.event_type + "`")
                    << (figure.distinct ? ", each person once" : "");
                break;
        }
        out << " | " << figure.unit << " |\n";
    }
}

// The help of a command names it alone; somebody who reads a page wants what to type.
std::string usage_from_the_top(const CommandHelp& help) {
    const auto last_word = help.command.substr(help.command.rfind(' ') + 1);
    std::string text = help.help;
    const std::string usage = "Usage: " + last_word;
    const auto at = help.command.empty() ? std::string::npos : text.find(usage);
    if (at != std::string::npos) text.replace(at, usage.size(), "Usage: nennep " + help.command);
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

void print_commands(const Call& call, std::ostream& out) {
    out << "# Commands\n\nPrinted by `nennep reference commands --lang en`.\n";
    for (const auto& help : all_commands(call.house.catalogue.texts(), call.house.version, call.options.language)) {
        out << "\n## `nennep" << (help.command.empty() ? "" : " " + help.command) << "`\n\n```\n"
            << usage_from_the_top(help) << "```\n";
    }
    out << "\n## Exit statuses\n\n| status | meaning |\n| --- | --- |\n| 0 | done |\n"
        << "| 1 | refused; the reason says which rule |\n"
        << "| 2 | wrong usage |\n| 3 | damaged or unreachable store |\n";
}

// What a page in troff would take for a command of its own.
std::string for_troff(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
        if (c == '-' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

void print_man_page(const Call& call, std::ostream& out) {
    out << ".TH NENNEP 1 \"\" \"nennep " << call.house.version << "\"\n"
        << ".SH NAME\nnennep \\- the books of a Party committee\n.SH SYNOPSIS\n.B nennep\n[OPTIONS] COMMAND …\n"
        << ".SH COMMANDS\n";
    for (const auto& help : all_commands(call.house.catalogue.texts(), call.house.version, call.options.language)) {
        out << ".SS nennep " << help.command << "\n.nf\n" << for_troff(usage_from_the_top(help)) << ".fi\n";
    }
    out << ".SH EXIT STATUS\n0 done, 1 refused, 2 wrong usage, 3 damaged or unreachable store\n"
        << ".SH FILES\n.I /etc/nennep/nennep.toml\n(settings),\n.I /var/lib/nennep\n(the books of the server)\n"
        << ".SH SEE ALSO\n.I /usr/share/doc/nennep/\n";
}

void print_refusals(const Catalogue& catalogue, std::ostream& out) {
    out << "# Refusals and violations\n\nPrinted by `nennep reference refusals`. What stands in braces is filled in "
        << "where it is shown;\n"
        << "programs get the code and both texts.\n\n"
        << "| code | Tiếng Việt | English |\n| --- | --- | --- |\n";
    for (const auto& key : catalogue.texts().keys()) {
        if (!key.starts_with("refusal.")) continue;
        out << "| `" << key.substr(8) << "` | " << catalogue.texts().get(key, Language::vi) << " | "
            << catalogue.texts().get(key, Language::en) << " |\n";
    }
}

// Where a role may do so: `own below`; empty where nowhere.
std::string places(catalogue::Relations where) {
    std::string text;
    for (const auto relation : catalogue::all_relations) {
        if ((where & catalogue::bit(relation)) == 0) continue;
        text += (text.empty() ? "" : " ") + std::string(name_of(relation));
    }
    return text;
}

void print_rights(const Catalogue& catalogue, const catalogue::Rights& rights, std::ostream& out) {
    const auto& texts = catalogue.texts();
    out << "# Roles and rights\n\nPrinted by `nennep reference rights`. What stands in no cell is denied. `own`: the "
        << "organisation in which the role is held;\n`below`, `above`: under it, and on the way up from it; "
        << "`beside`: everywhere else. An organisation that is gone counts\nas the one that stands for it today. The "
        << "reasons stand beside each row in\n[src/domain/access/table.cpp](../../src/domain/access/table.cpp).\n\n"
        << "| role | | |\n| --- | --- | --- |\n";
    for (const auto& role : rights.roles()) {
        out << "| `" << role << "` | " << both(texts, "role." + role) << " | "
            << texts.get("role_about." + role, Language::en) << " |\n";
    }
    out << "\n| right |";
    for (const auto& role : rights.roles()) out << " " << role << " |";
    out << "\n| --- |";
    for (std::size_t i = 0; i < rights.roles().size(); ++i) out << " --- |";
    out << "\n";
    for (const auto& right : rights.rights()) {
        out << "| `" << right << "` |";
        for (const auto& role : rights.roles()) {
            const auto where = places(rights.where(role, right));
            out << (where.empty() ? "" : " ") << where << " |";
        }
        out << "\n";
    }
    out << "\n## What each right lets somebody do\n\n| right | | |\n| --- | --- | --- |\n";
    for (const auto& right : rights.rights()) {
        out << "| `" << right << "` | " << right_label(catalogue, right, Language::vi) << " / "
            << right_label(catalogue, right, Language::en) << " | "
            << right_about(catalogue, right, Language::en) << " |\n";
    }
    out << "\n## Acts of two persons\n\nRecorded only when a second person, who holds the same right, has confirmed "
        << "them; so is the voiding of one.\n\n";
    for (const auto& type : rights.two_persons()) {
        out << "- `" << type << "`: " << both(texts, "event." + type) << "\n";
    }
    out << "\n## What is seen by fewer than its subject\n\n| event | field | asks for |\n| --- | --- | --- |\n";
    for (const auto& type : catalogue.events()) {
        if (rights.is_restricted(type.name)) {
            out << "| `" << type.name << "` | all | `" << rights.rights()[rights.seeing_event(type.name)] << "` |\n";
        }
        for (const auto& field : type.fields) {
            if (field.guard.empty()) continue;
            const auto right = rights.opening(catalogue.subject_of(type), field.guard);
            out << "| `" << type.name << "` | `" << field.name << "` | `" << rights.rights()[right] << "` |\n";
        }
    }
}

std::string words(const std::vector<CommandHelp>& commands, const std::string& path) {
    std::string all;
    for (const auto& help : commands) {
        const auto space = help.command.rfind(' ');
        const auto parent = space == std::string::npos ? "" : help.command.substr(0, space);
        if (!help.command.empty() && parent == path) {
            all += help.command.substr(space == std::string::npos ? 0 : space + 1) + " ";
        }
    }
    for (const auto& help : commands) {
        if (help.command != path) continue;
        for (const auto& option : help.options) all += option + " ";
    }
    return all;
}

}  // namespace

Status reference(const Call& call) {
    if (call.options.name == "events") print_events(call.house.catalogue, call.out);
    if (call.options.name == "figures") print_figures(call.house.catalogue, call.out);
    if (call.options.name == "commands") print_commands(call, call.out);
    if (call.options.name == "refusals") print_refusals(call.house.catalogue, call.out);
    if (call.options.name == "man") print_man_page(call, call.out);
    if (call.options.name == "rights") print_rights(call.house.catalogue, call.house.rights, call.out);
    if (call.options.name == "settings") print_settings_page(read_settings({}, {}).shown, call);
    return done;
}

// A completion script: commands and options by position, names of figures after `figure`.
Status completion(const Call& call) {
    const auto commands = all_commands(call.house.catalogue.texts(), call.house.version, call.options.language);
    std::string figures;
    for (const auto& name : call.house.catalogue.figure_names()) figures += name + " ";
    std::string subjects;
    for (const auto& name : call.house.catalogue.subject_names()) subjects += name + " ";
    auto& out = call.out;
    if (call.options.name == "fish") {
        for (const auto& help : commands) {
            const auto last = help.command.rfind(' ');
            if (help.command.empty()) continue;
            const bool is_top = last == std::string::npos;
            out << "complete -c nennep -f -n '" << (is_top ? "__fish_use_subcommand"
                           : "__fish_seen_subcommand_from " + help.command.substr(0, last))
                << "' -a '" << help.command.substr(is_top ? 0 : last + 1) << "'\n";
        }
        out << "complete -c nennep -f -n '__fish_seen_subcommand_from figure' -a '" << figures << "'\n";
        out << "complete -c nennep -f -n '__fish_seen_subcommand_from history' -a '" << subjects << "'\n";
        out << "complete -c nennep -n '__fish_seen_subcommand_from import' -F\n";
        return done;
    }
    if (call.options.name == "zsh") out << "autoload -U +X bashcompinit && bashcompinit\n";
    out << "_nennep() {\n    local cur=${COMP_WORDS[COMP_CWORD]} path='' word\n"
        << "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        << "        case \"$path $word\" in\n";
    for (const auto& help : commands) {
        if (help.command.empty()) continue;
        const auto space = help.command.rfind(' ');
        const std::string parent = space == std::string::npos ? "" : help.command.substr(0, space);
        const std::string word = help.command.substr(space == std::string::npos ? 0 : space + 1);
        out << "            '" << parent << " " << word << "') path='" << help.command << "' ;;\n";
    }
    out << "        esac\n    done\n    case \"$path\" in\n";
    for (const auto& help : commands) {
        std::string choices = words(commands, help.command);
        if (help.command == "figure") choices += figures;
        if (help.command == "history") choices += subjects;
        out << "        '" << help.command << "') COMPREPLY=($(compgen -W '" << choices << "' -- \"$cur\")) ;;\n";
    }
    out << "    esac\n}\ncomplete -o default -F _nennep nennep\n";
    return done;
}

}  // namespace nennep::cli
