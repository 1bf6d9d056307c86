#include "world/directory.hpp"

#include "base/result.hpp"

namespace nennep::world {

Directory::Directory() { subjects_.emplace_back(); }

SubjectNo Directory::add(TypeNo type, journal::SubjectId id, std::string_view key) {
    const SubjectNo number = size();
    Subject subject;
    subject.id = id;
    subject.type = type;
    subject.key = key;
    if (ranked_.size() <= type) ranked_.resize(type + std::size_t{1});
    subject.rank = static_cast<std::uint32_t>(ranked_[type].size());
    ranked_[type].push_back(number);
    subjects_.push_back(std::move(subject));
    return number;
}

void Directory::shrink_to(SubjectNo size) {
    for (SubjectNo number = this->size(); number-- > size;) {
        const auto& subject = subjects_[number];
        ranked_[subject.type].pop_back();
        if (number < indexed_) {
            by_key_[subject.type].erase(subject.key);
            by_id_.erase(subject.id);
        }
    }
    subjects_.resize(size);
    if (indexed_ > size) indexed_ = size;
}

void Directory::index() const {
    if (indexed_ == subjects_.size()) return;
    if (by_key_.size() < ranked_.size()) by_key_.resize(ranked_.size());
    if (indexed_ == 1) {
        // All at once, after a snapshot; later ones come one by one and let the tables grow.
        by_id_.reserve(subjects_.size());
        for (std::size_t type = 0; type < ranked_.size(); ++type) by_key_[type].reserve(ranked_[type].size());
    }
    for (; indexed_ < subjects_.size(); ++indexed_) {
        const auto& subject = subjects_[indexed_];
        by_key_[subject.type].emplace(subject.key, indexed_);
        by_id_.emplace(subject.id, indexed_);
    }
}

std::optional<SubjectNo> Directory::find(TypeNo type, std::string_view key) const {
    index();
    if (type >= by_key_.size()) return std::nullopt;
    const auto found = by_key_[type].find(key);
    if (found == by_key_[type].end()) return std::nullopt;
    return found->second;
}

std::optional<SubjectNo> Directory::find(journal::SubjectId id) const {
    index();
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return std::nullopt;
    return found->second;
}

const std::vector<SubjectNo>& Directory::ranked(TypeNo type) const {
    static const std::vector<SubjectNo> none;
    return type < ranked_.size() ? ranked_[type] : none;
}

std::vector<std::string> Directory::keys(TypeNo type) const {
    std::vector<std::string> all;
    for (const auto number : ranked(type)) all.push_back(subjects_[number].key);
    return all;
}

void Directory::write(ByteWriter& out) const {
    out.varint(subjects_.size() - 1);
    for (SubjectNo number = 1; number < size(); ++number) {
        const auto& subject = subjects_[number];
        out.u64(subject.id);
        out.u8(subject.type);
        out.text(subject.key);
        out.text(subject.label);
        out.u32(static_cast<std::uint32_t>(subject.since.number()));
        out.u32(static_cast<std::uint32_t>(subject.until.number()));
    }
}

bool Directory::read(ByteReader& in) {
    const auto count = in.varint();
    if (count > in.left()) return false;
    subjects_.reserve(count + 1);
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        const auto id = in.u64();
        const auto type = in.u8();
        auto& subject = subjects_[add(type, id, in.text())];
        subject.label = in.text();
        subject.since = Day{static_cast<std::int32_t>(in.u32())};
        subject.until = Day{static_cast<std::int32_t>(in.u32())};
    }
    return in.ok();
}

}  // namespace nennep::world
