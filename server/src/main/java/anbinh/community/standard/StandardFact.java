package anbinh.community.standard;

import org.jspecify.annotations.Nullable;

/// A number out of records, shown beside a criterion.
///
/// @param code what is counted; its words are `standard.fact.<code>` in the console
/// @param number how many
/// @param of out of how many; null where it is no part of something
public record StandardFact(String code, long number, @Nullable Long of) {}
