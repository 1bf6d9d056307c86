#include "programs.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace nennep::paper {
namespace {

// coreutils' answer where the program could not be found or started.
constexpr int not_started = 126;
constexpr int seconds_of_office = 150;

}  // namespace

Ended run(std::vector<std::string> words, const Path& work, int seconds) {
    const auto program = Path(words.front()).filename().string();
    words.insert(words.begin(), {"env", "LC_ALL=C.UTF-8", "timeout", "--kill-after=5", std::to_string(seconds)});
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto output = work / ("output-of-" + program + ".txt");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("env does not start");
    int how = 0;
    waitpid(child, &how, 0);
    Ended ended{WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how), content_of(output)};
    std::filesystem::remove(output);
    if (ended.status == not_started || ended.status == not_started + 1) {
        throw std::runtime_error(program + " does not start: are the packages of scripts/setup tests installed?");
    }
    return ended;
}

std::string output_of(std::vector<std::string> words, const Path& work, int seconds) {
    const auto program = Path(words.front()).filename().string();
    auto ended = run(std::move(words), work, seconds);
    if (ended.status == 0) return std::move(ended.said);
    throw std::runtime_error(program + " ends with " + std::to_string(ended.status) + ": " + ended.said);
}

Path converted(const std::vector<Path>& files, const std::string& filter, const Path& work) {
    const auto folder = work / ("as-" + filter.substr(0, filter.find(':')));
    std::filesystem::create_directories(folder);
    // Without a home of its own it would look into the caller's, which may be missing.
    std::vector<std::string> words{"env", "HOME=" + work.string(), "soffice",
                                   "-env:UserInstallation=file://" + (work / "office").string(), "--headless",
                                   "--norestore", "--convert-to", filter, "--outdir", folder.string()};
    for (const auto& file : files) words.push_back(file.string());
    const auto said = output_of(words, work, seconds_of_office);
    // It is content when it could not load a file.
    if (std::filesystem::is_empty(folder)) throw std::runtime_error("soffice makes nothing: " + said);
    return folder;
}

std::vector<std::string> text_of_pages(const Path& pdf, const std::string& order, const Path& work) {
    const auto file = work / "text-of-pages.txt";
    output_of({"pdftotext", order, pdf.string(), file.string()}, work);
    std::istringstream in(content_of(file));
    std::filesystem::remove(file);
    std::vector<std::string> pages;
    for (std::string page; std::getline(in, page, '\f');) pages.push_back(page);
    return pages;
}

std::string content_of(const Path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string joined(const std::string& text) {
    std::istringstream in(text);
    std::string out;
    for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
    return out;
}

}  // namespace nennep::paper
