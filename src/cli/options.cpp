#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace nennep::cli {
namespace {

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

// Where the package puts the settings.
constexpr const char* installed_config = "/etc/nennep/nennep.toml";

// The file named by NENNEP_CONFIG (empty: none at all), else the installed one if it is there.
std::string config_without_option() {
    if (const char* named = std::getenv("NENNEP_CONFIG")) return named;
    std::error_code ignored;
    return std::filesystem::exists(installed_config, ignored) ? installed_config : "";
}

// Vietnamese, unless --lang or the environment says English.
Language language_of(int argc, const char* const* argv) {
    std::string wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) wanted = argv[i + 1];
        if (word.starts_with("--lang=")) wanted = word.substr(7);
    }
    for (const char* name : {"NENNEP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (wanted.empty()) wanted = from_environment(name);
    }
    return wanted.starts_with("en") ? Language::en : Language::vi;
}

// Declares all commands on one CLI::App; each one leaves its name in `options.command`.
class Declaration {
public:
    Declaration(CLI::App& app, Options& options, const Texts& texts, const std::string& version)
        : app_(app), options_(options), texts_(texts) {
        app_.description(say("cli.nennep"));
        app_.set_help_flag("-h,--help", say("cli.help"));
        app_.set_version_flag("--version", "nennep " + version, say("cli.version"));
        app_.require_subcommand(0, 1);
        app_.fallthrough();
        app_.get_formatter()->column_width(34);
        app_.add_option("--data", options_.data, say("cli.data"))->envname("NENNEP_DATA")
            ->default_str("./nennep-data");
        app_.add_option("--lang", language_, say("cli.lang"))->check(CLI::IsMember({"vi", "en"}));
        app_.add_option("--actor", options_.actor, say("cli.actor"))->envname("NENNEP_ACTOR");
        app_.add_option("--config", options_.config, say("cli.config"))->type_name("FILE")
            ->default_str(installed_config);
        serving();
        recording();
        reporting();
        reading();
        users();
        others();
    }

private:
    std::string say(std::string_view key) const { return texts_.get(key, options_.language); }

    CLI::App* command(CLI::App& under, const std::string& name, const std::string& full) {
        std::string key = "cli." + full;
        for (auto& c : key) {
            if (c == ' ') c = '_';
        }
        auto* added = under.add_subcommand(name, say(key));
        added->set_help_flag("-h,--help", say("cli.help"));
        added->callback([this, full] { options_.command = full; });
        return added;
    }

    void add_format(CLI::App* to, std::vector<std::string> formats) {
        to->add_option("--format", options_.format, say("cli.format"))
            ->check(CLI::IsMember(formats))->default_str(formats.front());
    }

    void add_zone(CLI::App* to) {
        to->add_option("--zone", options_.zone, say("cli.zone"))
            ->check(CLI::IsMember({"don_le", "lan_doc_lap", "ket_noi"}));
    }

    void serving() {
        auto* serve = command(app_, "serve", "serve");
        serve->add_option("--listen", options_.listen, say("cli.listen"))->type_name("ADDRESS:PORT")
            ->default_str("127.0.0.1:8080");
        serve->add_option("--tls-cert", options_.tls_cert, say("cli.tls_cert"))->type_name("FILE");
        serve->add_option("--tls-key", options_.tls_key, say("cli.tls_key"))->type_name("FILE");
        add_zone(serve);

        auto* settings = app_.add_subcommand("settings", say("cli.settings"));
        settings->set_help_flag("-h,--help", say("cli.help"));
        settings->require_subcommand(1);
        auto* check = command(*settings, "check", "settings check");
        check->add_option("FILE", options_.files, say("cli.settings_file"))->expected(0, 1);
        command(*settings, "default", "settings default");
    }

    void recording() {
        auto* import = command(app_, "import", "import");
        import->add_option("FILE", options_.files, say("cli.import_files"))->required();
        import->add_flag("--check", options_.check, say("cli.import_check"));
        import->add_option("--keep-good", options_.keep_good, say("cli.import_keep_good"))->type_name("OUT");
        import->add_flag("--force", options_.force, say("cli.force"));
        import->add_flag("--historic", options_.historic, say("cli.import_historic"));
        add_zone(import);
        add_format(import, {"text", "json"});
    }

    void question(CLI::App* to) {
        to->add_option("--org", options_.organisation, say("cli.org"))->required()->type_name("KEY");
        to->add_option("--year", options_.year, say("cli.year"))->check(CLI::Range(1930, 2200));
        to->add_option("--structure", options_.structure, say("cli.structure"))
            ->check(CLI::IsMember({"period_end", "event"}))->default_str("period_end");
        to->add_option("--as-known", options_.as_known, say("cli.as_known"))->type_name("DATE-TIME");
    }

    void reporting() {
        auto* report = app_.add_subcommand("report", say("cli.report"));
        report->set_help_flag("-h,--help", say("cli.help"));
        report->require_subcommand(1);
        auto* annual = command(*report, "annual", "report annual");
        question(annual);
        annual->get_option("--year")->required();
        add_format(annual, {"text", "json", "docx", "pdf", "xlsx"});
        annual->add_option("--template", options_.templates, say("cli.template"))->type_name("FILE");
        annual->add_option("--annex", options_.annex, say("cli.annex"))
            ->check(CLI::IsMember({"lists", "none"}))->default_str("lists");
        annual->add_option("--document", options_.document, say("cli.document"))->type_name("KEY");
        annual->add_option("--set", options_.letterhead, say("cli.set"))->type_name("PART=TEXT");
        annual->add_option("-o,--output", options_.output, say("cli.output"))->type_name("FILE");
        annual->add_flag("--force", options_.force, say("cli.force"));

        templates();

        auto* figure = command(app_, "figure", "figure");
        figure->add_option("NAME", options_.name, say("cli.figure_name"))->required();
        question(figure);
        figure->add_option("--from", options_.from, say("cli.from"))->type_name("DATE");
        figure->add_option("--to", options_.to, say("cli.to"))->type_name("DATE");
        figure->add_flag("--records", options_.records, say("cli.records"));
        add_format(figure, {"text", "json", "csv"});
    }

    void templates() {
        auto* of_templates = app_.add_subcommand("template", say("cli.template_commands"));
        of_templates->set_help_flag("-h,--help", say("cli.help"));
        of_templates->require_subcommand(1);
        auto* check = command(*of_templates, "check", "template check");
        check->add_option("FILE", options_.templates, say("cli.template"))->required()->expected(1);
        auto* fields = command(*of_templates, "fields", "template fields");
        add_format(fields, {"text", "json"});
        auto* own = command(*of_templates, "own", "template own");
        own->add_option("KIND", options_.name, say("cli.template_kind"))
            ->required()->check(CLI::IsMember({"words", "document"}));
        own->add_option("-o,--output", options_.output, say("cli.output"))->type_name("FILE");
        own->add_flag("--force", options_.force, say("cli.force"));
    }

    void reading() {
        auto* search = command(app_, "search", "search");
        search->add_option("WORDS", options_.words, say("cli.search_words"))->required();
        search->add_option("--kind", options_.kinds, say("cli.search_kind"))
            ->check(CLI::IsMember({"person", "organisation", "directive"}));
        search->add_option("--limit", options_.most, say("cli.search_limit"))
            ->check(CLI::Range(1, 100'000))->default_str("20");
        add_format(search, {"text", "json"});

        listing();

        auto* history = command(app_, "history", "history");
        history->add_option("SUBJECT-TYPE", options_.subject_type, say("cli.subject_type"))->required();
        history->add_option("KEY", options_.key, say("cli.key"))->required();
        history->add_option("--as-known", options_.as_known, say("cli.as_known"))->type_name("DATE-TIME");
        add_format(history, {"text", "json"});

        auto* verify = command(app_, "verify", "verify");
        add_format(verify, {"text", "json"});

        auto* backup = command(app_, "backup", "backup");
        backup->add_option("FILE", options_.output, say("cli.backup_file"))->required();
        backup->add_flag("--force", options_.force, say("cli.force"));
        auto* restore = command(app_, "restore", "restore");
        restore->add_option("FILE", options_.files, say("cli.restore_file"))->required()->expected(1);

        auto* exported = app_.add_subcommand("export", say("cli.export"));
        exported->set_help_flag("-h,--help", say("cli.help"));
        exported->require_subcommand(1);
        auto* events = command(*exported, "events", "export events");
        events->add_option("-o,--output", options_.output, say("cli.output"))->type_name("FILE");
        events->add_flag("--force", options_.force, say("cli.force"));
    }

    void selecting(CLI::App* to) {
        to->add_option("--org", options_.organisation, say("cli.org"))->type_name("KEY");
        to->add_option("--on", options_.on, say("cli.on"))->type_name("DATE");
        to->add_option("--where", options_.filters, say("cli.where"))->type_name("TRAIT=VALUE");
        to->add_option("--q", options_.query, say("cli.list_words"))->type_name("WORDS");
        to->add_option("--as-known", options_.as_known, say("cli.as_known"))->type_name("DATE-TIME");
        add_format(to, {"text", "json", "csv"});
    }

    void listing() {
        auto* list = command(app_, "list", "list");
        list->add_option("NAME", options_.name, say("cli.list_name"))->required();
        selecting(list);
        list->add_option("--sort", options_.sort, say("cli.sort"))->type_name("TRAIT");
        list->add_option("--limit", options_.most, say("cli.list_limit"))
            ->check(CLI::Range(1, 1'000))->default_str("50");
        list->add_option("--cursor", options_.cursor, say("cli.cursor"))->type_name("TEXT");
        list->add_option("--facet", options_.facets, say("cli.facet"))->type_name("TRAIT");
        list->add_option("--show", options_.shown, say("cli.show"))->type_name("TRAIT");

        auto* statistics = command(app_, "statistics", "statistics");
        selecting(statistics);
        statistics->add_option("--list", options_.name, say("cli.statistics_list"))
            ->type_name("NAME")->default_str("people");
        statistics->add_option("--rows", options_.rows, say("cli.rows"))->required()->type_name("TRAIT");
        statistics->add_option("--columns", options_.columns, say("cli.columns"))->type_name("TRAIT");
        statistics->add_option("--layers", options_.layers, say("cli.layers"))->type_name("TRAIT");
    }

    void users() {
        auto* of_users = app_.add_subcommand("user", say("cli.user"));
        of_users->set_help_flag("-h,--help", say("cli.help"));
        of_users->require_subcommand(1);
        const auto one = [&](const std::string& name) {
            auto* added = command(*of_users, name, "user " + name);
            added->add_option("NAME", options_.name, say("cli.user_name"))->required();
            return added;
        };
        auto* add = one("add");
        add->add_option("--role", options_.roles, say("cli.user_role_held"))->required()->type_name("ROLE@ORG");
        add->add_option("--person", options_.person, say("cli.user_person"))->type_name("KEY");
        auto* list = command(*of_users, "list", "user list");
        add_format(list, {"text", "json"});
        one("disable");
        one("enable");
        auto* reset = one("reset");
        reset->add_flag("--second-factor", options_.second_factor, say("cli.user_second_factor"));
        for (auto* linking : {add, reset}) {
            linking->add_option("--address", options_.address, say("cli.user_address"))->type_name("URL");
        }
        auto* role = one("role");
        role->add_option("--add", options_.roles, say("cli.user_role_add"))->type_name("ROLE@ORG");
        role->add_option("--remove", options_.taken_roles, say("cli.user_role_remove"))->type_name("ROLE@ORG");
        auto* token = one("token");
        token->add_option("--scope", options_.scopes, say("cli.user_scope"))
            ->check(CLI::IsMember({"read", "record", "import"}))->default_str("read");
        token->add_option("--days", options_.days, say("cli.user_days"))->check(CLI::Range(1, 365))->default_str("90");
    }

    void others() {
        auto* demo = command(app_, "demo", "demo");
        demo->add_flag("--print", options_.lines_only, say("cli.demo_print"));
        add_format(demo, {"text", "json"});

        auto* bench = command(app_, "bench", "bench");
        bench->add_option("--events", options_.events, say("cli.bench_events"))
            ->check(CLI::Range(1'000, 20'000'000))->default_str("100000");
        bench->add_flag("--print", options_.lines_only, say("cli.bench_print"));

        auto* reference = command(app_, "reference", "reference");
        reference->add_option("PART", options_.name, say("cli.reference_part"))
            ->required()->check(
                CLI::IsMember({"events", "figures", "commands", "refusals", "rights", "settings", "man"}));

        auto* completion = command(app_, "completion", "completion");
        completion->add_option("SHELL", options_.name, say("cli.completion_shell"))
            ->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    }

    CLI::App& app_;
    Options& options_;
    const Texts& texts_;
    std::string language_;
};

}  // namespace

Parsed parse(const Texts& texts, const std::string& version, int argc, const char* const* argv) {
    Options options;
    options.language = language_of(argc, argv);
    CLI::App app;
    const Declaration declaration(app, options, texts, version);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            app.exit(error, std::cout, std::cerr);
            return {std::nullopt, 0};
        }
        std::cerr << texts.get("cli.misuse", options.language, {{"detail", error.what()}}) << "\n";
        return {std::nullopt, 2};
    }
    if (options.command.empty()) {
        std::cerr << app.help();
        return {std::nullopt, 2};
    }
    if (options.config.empty()) options.config = config_without_option();
    return {std::move(options), 0};
}

std::vector<CommandHelp> all_commands(const Texts& texts, const std::string& version,
                                      Language language) {
    Options options;
    options.language = language;
    CLI::App app{"", "nennep"};
    const Declaration declaration(app, options, texts, version);
    std::vector<CommandHelp> all;
    const auto visit = [&](const auto& self, CLI::App* at, const std::string& path) -> void {
        CommandHelp help{path, at->help(), {}};
        for (const auto* option : at->get_options()) {
            for (const auto& name : option->get_lnames()) help.options.push_back("--" + name);
        }
        all.push_back(std::move(help));
        for (auto* below : at->get_subcommands([](CLI::App*) { return true; })) {
            self(self, below, path.empty() ? below->get_name() : path + " " + below->get_name());
        }
    };
    visit(visit, &app, "");
    return all;
}

}  // namespace nennep::cli
