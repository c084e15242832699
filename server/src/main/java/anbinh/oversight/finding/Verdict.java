package anbinh.oversight.finding;

import anbinh.oversight.look.Look;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule says of somebody's looks.
///
/// @param look the newest of them, which names person, kind and target
/// @param targetId null when it is about no single target
/// @param day of a rule that judges days
/// @param count how many looks, or entries of the log on a day
/// @param ofOwn how many looks at other targets the person has without a case
/// @param atTarget how many looks at the target others have
/// @param ofOthers how many looks of the kind others have in the same area
/// @param usual how many entries the busiest twentieth of the colleagues' days has
record Verdict(
    Rule rule,
    Look look,
    @Nullable String targetKind,
    @Nullable String targetId,
    @Nullable String targetCode,
    @Nullable LocalDate day,
    long count,
    @Nullable Long ofOwn,
    @Nullable Long atTarget,
    @Nullable Long ofOthers,
    @Nullable Long usual,
    List<Look> looks) {
  Verdict {
    looks = List.copyOf(looks);
  }

  static Verdict ofTarget(Rule rule, List<Look> looks) {
    Look last = looks.getLast();
    return new Verdict(
        rule,
        last,
        last.targetKind(),
        last.targetId(),
        last.targetCode(),
        null,
        looks.size(),
        null,
        null,
        null,
        null,
        looks);
  }

  static Verdict ofPerson(Rule rule, long count, List<Look> looks) {
    return new Verdict(
        rule, looks.getLast(), null, null, null, null, count, null, null, null, null, looks);
  }

  Verdict compared(long elsewhere, long targets, long others) {
    return new Verdict(
        rule, look, targetKind, targetId, targetCode, day, count, elsewhere, targets, others, usual,
        looks);
  }

  Verdict on(LocalDate date, long colleagues) {
    return new Verdict(
        rule, look, targetKind, targetId, targetCode, date, count, ofOwn, atTarget, ofOthers,
        colleagues, looks);
  }
}
