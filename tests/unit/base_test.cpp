#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "base/bytes.hpp"
#include "base/day.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "service/moment.hpp"

namespace nennep {
namespace {

TEST(Day, ReadsRealDatesOnly) {
    EXPECT_EQ(Day::parse("2020-02-29")->iso(), "2020-02-29");
    for (const auto* bad : {"2021-02-29", "2020-02-31", "2020-13-01", "2020-00-10", "2020-1-01", "20-01-2020",
                            "2020-01-01 ", "", "0999-01-01", "2020/01/01", "２０２０-01-01"}) {
        EXPECT_FALSE(Day::parse(bad)) << bad;
    }
    EXPECT_EQ(Day::parse("2020-02-24")->vietnamese(), "24/02/2020");
}

TEST(Day, AddsMonthsDateToDateAndStopsAtTheMonthsEnd) {
    EXPECT_EQ(Day::parse("2020-01-31")->plus_months(1).iso(), "2020-02-29");
    EXPECT_EQ(Day::parse("2019-05-19")->plus_months(12).iso(), "2020-05-19");
    EXPECT_EQ(Day::parse("2020-02-29")->plus_months(12).iso(), "2021-02-28");
}

TEST(Day, IsVietNamsDay) {
    // 17:30 UTC is half past midnight of the next day in Ha Noi.
    EXPECT_EQ(Day::in_viet_nam(1'582'565'400'000).iso(), "2020-02-25");
    EXPECT_EQ(Day::in_viet_nam(-1).iso(), "1970-01-01");
}

RC_GTEST_PROP(Day, PrintsWhatItReads, ()) {
    const Day day{*rc::gen::inRange(-300'000, 2'000'000)};
    RC_ASSERT(Day::parse(day.iso()) == day);
    RC_ASSERT(day.plus_days(1).number() == day.number() + 1);
}

TEST(Period, AYearBefore) {
    const auto year = Period::of_year(2020);
    EXPECT_EQ(year.year_before().first.iso(), "2019-01-01");
    EXPECT_EQ(year.year_before().last.iso(), "2019-12-31");
    const Period february{*Day::parse("2021-02-01"), *Day::parse("2021-02-28")};
    EXPECT_EQ(february.year_before().last.iso(), "2020-02-29");
    EXPECT_FALSE(february.year());
    EXPECT_EQ(year.year(), 2020);
}

TEST(Number, IsPrintedInBothWays) {
    EXPECT_EQ(printed({1'234'567, 0}, Language::vi), "1.234.567");
    EXPECT_EQ(printed({123'456'750, 2}, Language::vi), "1.234.567,50");
    EXPECT_EQ(printed({123'456'750, 2}, Language::en), "1,234,567.50");
    EXPECT_EQ(printed({-5, 2}, Language::en), "-0.05");
    EXPECT_EQ(plain({9'250, 2}), "92.5");
    EXPECT_EQ(plain({9'200, 2}), "92");
    EXPECT_EQ(plain({0, 2}), "0");
}

RC_GTEST_PROP(Number, IsReadBack, ()) {
    const auto units = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
    RC_ASSERT(parse_decimal(plain({units, 2}), 2) == units);
}

TEST(Text, IsComposed) {
    const std::string decomposed = "Nguye\xcc\x82\xcc\x83n";    // e, circumflex, tilde
    EXPECT_EQ(composed(decomposed), "Nguyễn");
    EXPECT_EQ(broken_utf8("Đảng"), std::nullopt);
    EXPECT_EQ(broken_utf8("ab\xd0"), 2u);
    EXPECT_EQ(broken_utf8("\xc0\x80"), 0u);
}

TEST(Text, NearestNamesOnlyWhatIsNear) {
    const std::vector<std::string> names{"member.admitted", "member.confirmed", "class.opened"};
    EXPECT_EQ(nearest("member.admited", names), "member.admitted");
    EXPECT_EQ(nearest("meber.admited", names), "member.admitted");
    EXPECT_EQ(nearest("xyz", names), std::nullopt);
}

TEST(Text, FillsInNames) {
    EXPECT_EQ(filled("{a} và {b}, {c}", {{"a", "1"}, {"b", "{a}"}}), "1 và {a}, {c}");
    EXPECT_EQ(filled("mở { ngoặc", {}), "mở { ngoặc");
}

RC_GTEST_PROP(Bytes, AreReadBack, (const std::vector<std::uint64_t>& numbers, const std::string& text)) {
    ByteWriter out;
    for (const auto number : numbers) {
        out.varint(number);
        out.signed_varint(static_cast<std::int64_t>(number));
        out.u64(number);
    }
    out.text(text);
    ByteReader in(out.bytes());
    for (const auto number : numbers) {
        RC_ASSERT(in.varint() == number);
        RC_ASSERT(in.signed_varint() == static_cast<std::int64_t>(number));
        RC_ASSERT(in.u64() == number);
    }
    RC_ASSERT(in.text() == text);
    RC_ASSERT(in.done());
}

RC_GTEST_PROP(Bytes, DamagedOnesNeverReadOutside, (const std::string& bytes)) {
    ByteReader in(bytes);
    while (in.ok() && in.left() > 0) in.text();
    RC_ASSERT(in.varint() == 0 || in.ok() || !in.done());
}

TEST(Bytes, OneNumberHasOneEncoding) {
    ByteReader padded(std::string_view("\x81\x00", 2));     // 1, written in two bytes
    padded.varint();
    EXPECT_FALSE(padded.ok());
}

TEST(Sha256, KnowsTheStandardsExample) {
    EXPECT_EQ(hex(bytes_of(sha256("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Moment, IsReadAsPeopleWriteIt) {
    using service::parse_moment;
    EXPECT_EQ(parse_moment("2021-01-20T17:00:00Z"), 1'611'162'000'000);
    EXPECT_EQ(parse_moment("2021-01-21T00:00:00+07:00"), 1'611'162'000'000);
    EXPECT_EQ(parse_moment("2021-01-21 00:00:00"), 1'611'162'000'000);
    EXPECT_EQ(parse_moment("2021-01-20"), 1'611'162'000'000 - 1);
    EXPECT_EQ(parse_moment("2021-01-21T00:00"), 1'611'162'000'000 + 59'999);
    for (const auto* bad : {"", "2021-02-30", "2021-01-20T25:00", "2021-01-20T17", "17:00", "2021-01-20T17:00+"}) {
        EXPECT_FALSE(parse_moment(bad)) << bad;
    }
    EXPECT_EQ(service::iso_moment(1'611'162'000'000), "2021-01-21T00:00:00.000+07:00");
}

}  // namespace
}  // namespace nennep
