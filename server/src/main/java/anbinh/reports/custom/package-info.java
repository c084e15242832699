/// Indicators that the province's analyst defines of others, without a program: one of a hundred of
/// another, each whole or of one kind. They are taken of numbers as they are told, so they tell no
/// more than these. Each change is a version that stays, and an entry of the log.
@NullMarked
package anbinh.reports.custom;

import org.jspecify.annotations.NullMarked;
