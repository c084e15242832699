package anbinh.standard;

import org.jspecify.annotations.Nullable;

/// A number out of records, shown beside a criterion.
///
/// @param code what is counted; its words are `standard.fact.<code>` in the console
/// @param number how many
/// @param of out of how many; null where it is no part of something
/// @param contradicts whether the criterion is not met by what is recorded, so that who decides all
///   the same has to say why
public record StandardFact(String code, long number, @Nullable Long of, boolean contradicts) {
  /// One that only stands beside.
  public StandardFact(String code, long number, @Nullable Long of) {
    this(code, number, of, false);
  }
}
