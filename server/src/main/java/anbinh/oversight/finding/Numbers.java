package anbinh.oversight.finding;

import org.jspecify.annotations.Nullable;

/// What the sentence that explains a finding is made of.
///
/// @param looks how many looks, nights or entries of the log, as the rule counts
/// @param ofOwn how many looks at other targets the person has without a case
/// @param atTarget how many looks at the target others have
/// @param ofOthers how many looks of the kind others have in the same area
/// @param usual how many entries the busiest twentieth of the colleagues' days has
record Numbers(
    long looks,
    @Nullable Long ofOwn,
    @Nullable Long atTarget,
    @Nullable Long ofOthers,
    @Nullable Long usual) {
  static Numbers of(long looks) {
    return new Numbers(looks, null, null, null, null);
  }
}
