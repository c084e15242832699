package anbinh.platform.indicator;

import org.jspecify.annotations.Nullable;

/// Which records of an indicator are asked for, and which part of their list.
///
/// @param part only those of one part; null for all
/// @param span as it was counted: the days of a period, or the day of a state
/// @param after the last one already seen; null at the start
/// @param rows at most
public record IndicatorQuery(
    IndicatorDefinition indicator,
    @Nullable String part,
    IndicatorSpan span,
    IndicatorRecord.@Nullable Cursor after,
    int rows) {}
