/// Indicators: what features count of their own records for the reports up the hierarchy.
///
/// A feature that has something to count has a bean that is an [IndicatorSource]; whoever reports
/// collects them and reads no table of theirs. Counts say nothing of a person: an area, a month, a
/// part of a closed list, and a number.
///
/// A named interface of the platform: a feature that uses it says `platform :: indicators`.
@NamedInterface("indicators")
@NullMarked
package anbinh.platform.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
