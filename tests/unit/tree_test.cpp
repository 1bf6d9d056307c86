#include <gtest/gtest.h>

#include "world/tree.hpp"

namespace nennep::world {
namespace {

Day day(int number) { return Day{number}; }

Timeline living(Day from, OrganisationNo parent) { return {{{from, parent, 0, true}}, Day::never(), nowhere}; }

// 0 ── 1 ── 2, 3        4 below 0, absorbed into 1 on day 10; 5 below 2, ended on day 20.
struct SmallTree : ::testing::Test {
    SmallTree() {
        tree.put(0, living(day(1), nowhere));
        tree.put(1, living(day(1), 0));
        tree.put(2, living(day(2), 1));
        tree.put(3, living(day(3), 1));
        auto absorbed = living(day(1), 0);
        absorbed.ended = day(10);
        absorbed.into = 1;
        tree.put(4, absorbed);
        auto ended = living(day(2), 2);
        ended.ended = day(20);
        tree.put(5, ended);
    }
    Tree tree;
};

TEST_F(SmallTree, BelowIsARange) {
    const auto then = tree.on(day(5));
    EXPECT_TRUE(then->is_below(2, 1));
    EXPECT_TRUE(then->is_below(1, 1));
    EXPECT_FALSE(then->is_below(4, 1));
    EXPECT_TRUE(then->is_below(5, 0));
    EXPECT_EQ(then->below(0).size(), 6u);
    EXPECT_EQ(then->below(1).size(), 4u);
}

TEST_F(SmallTree, WhatWasAbsorbedCountsWithTheAbsorbing) {
    const auto then = tree.on(day(10));
    EXPECT_TRUE(then->is_below(4, 1));
    EXPECT_EQ(then->representative(4), 1u);
    EXPECT_FALSE(then->is_live(4));
}

TEST_F(SmallTree, WhatEndedCountsWithItsLastParent) {
    const auto then = tree.on(day(25));
    EXPECT_EQ(then->representative(5), 2u);
    EXPECT_TRUE(then->is_below(5, 2));
}

TEST_F(SmallTree, BeforeTheFoundingThereIsNothing) {
    EXPECT_EQ(tree.on(day(1))->position(2), Numbering::unplaced);
    EXPECT_TRUE(tree.on(day(0))->below(0).empty());
    EXPECT_EQ(tree.on(day(0))->roots(), 0u);
}

TEST_F(SmallTree, ChildrenOfAnAbsorbedOneGoOver) {
    tree.put(6, living(day(4), 4));
    EXPECT_FALSE(tree.on(day(9))->is_below(6, 1));
    EXPECT_TRUE(tree.on(day(10))->is_below(6, 1));
}

TEST_F(SmallTree, ACircleIsFoundOnTheDayItCloses) {
    EXPECT_FALSE(tree.cycle_from(1, day(1)));
    auto moved = tree[1];
    moved.spans.push_back({day(30), 2, 0, true});
    tree.put(1, moved);
    const auto circle = tree.cycle_from(1, day(1));
    ASSERT_TRUE(circle);
    EXPECT_EQ(circle->day, day(30));
    EXPECT_TRUE(tree.cycle_from(2, day(2)));
}

TEST_F(SmallTree, IsWrittenAndReadBack) {
    ByteWriter out;
    tree.write(out);
    Tree again;
    ByteReader in(out.bytes());
    ASSERT_TRUE(again.read(in));
    for (OrganisationNo i = 0; i < tree.size(); ++i) EXPECT_EQ(again[i], tree[i]);
}

TEST_F(SmallTree, EpochsChangeOnlyWithTheTree) {
    EXPECT_EQ(tree.epoch(day(9)), tree.epoch(day(5)));
    EXPECT_NE(tree.epoch(day(10)), tree.epoch(day(9)));
}

}  // namespace
}  // namespace nennep::world
