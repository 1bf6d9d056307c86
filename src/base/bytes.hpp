// Canonical bytes: whole numbers as little-endian fixed words or as LEB128 varints, texts with
// their length before them. One value has one encoding, so a digest over bytes is a digest over
// facts.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace nennep {

class ByteWriter {
public:
    void u8(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
    void u32(std::uint32_t value) { fixed(value, 4); }
    void u64(std::uint64_t value) { fixed(value, 8); }
    void i64(std::int64_t value) { u64(static_cast<std::uint64_t>(value)); }
    void varint(std::uint64_t value);
    // Small numbers of either sign in few bytes (zigzag).
    void signed_varint(std::int64_t value);
    void text(std::string_view value) {
        varint(value.size());
        out_.append(value);
    }
    void raw(std::string_view value) { out_.append(value); }
    const std::string& bytes() const { return out_; }
    std::string take() { return std::move(out_); }
    void clear() { out_.clear(); }

private:
    void fixed(std::uint64_t value, int size);
    std::string out_;
};

// Reads what ByteWriter wrote. Damaged input never throws and never reads outside: the reader
// turns bad, answers zeros and empty texts, and says so at the end.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
    std::uint8_t u8() { return static_cast<std::uint8_t>(fixed(1)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(fixed(4)); }
    std::uint64_t u64() { return fixed(8); }
    std::int64_t i64() { return static_cast<std::int64_t>(u64()); }
    std::uint64_t varint();
    std::int64_t signed_varint();
    std::string_view text();
    std::string_view raw(std::size_t size);
    std::size_t left() const { return rest_.size(); }
    bool ok() const { return ok_; }
    void fail() {
        ok_ = false;
        rest_ = {};
    }
    // Everything was read and nothing was damaged.
    bool done() const { return ok_ && rest_.empty(); }

private:
    std::uint64_t fixed(std::size_t size);
    std::string_view rest_;
    bool ok_ = true;
};

std::string hex(std::string_view bytes);

}  // namespace nennep
