package anbinh.situation.figures;

import anbinh.identity.AreaScope;
import anbinh.platform.Site;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many situations were reported within a time, counted from the records, with what makes a
/// count doubtful beside it: late, changed, withdrawn. Merged ones count once.
@Component
class SituationFigures {
  private final SituationFigureTable table;
  private final Site site;

  SituationFigures(SituationFigureTable table, Site site) {
    this.table = table;
    this.site = site;
  }

  /// Of one place, kind and month.
  ///
  /// @param villageId null where the reporter did not know it, and where villages are not told
  ///   apart
  /// @param guarded whether the kind, or what it is merged with, is hidden from most
  public record OfKind(
      UUID communeId,
      @Nullable UUID villageId,
      String kind,
      boolean guarded,
      YearMonth month,
      Counts counts) {}

  /// @param late came in long after they happened
  /// @param changed by who reported, or of another kind than was reported
  /// @param withdrawn by who reported
  /// @param open not over at present
  public record Counts(
      long received, long late, long changed, long withdrawn, long notFounded, long open) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
      return new Counts(
          received + other.received,
          late + other.late,
          changed + other.changed,
          withdrawn + other.withdrawn,
          notFounded + other.notFounded,
          open + other.open);
    }
  }

  /// Of what was received from a day to another one by the site's calendar, where there was
  /// something.
  public List<OfKind> list(LocalDate from, LocalDate to, AreaScope scope) {
    return list(from, to, scope, true, null);
  }

  /// The same without those in which somebody has a part, who would learn by single ones that there
  /// is one about them.
  ///
  /// @param villages whether those of a commune's villages are told apart: fifty times the lines
  /// @param without null for all
  public List<OfKind> list(
      LocalDate from, LocalDate to, AreaScope scope, boolean villages, @Nullable UUID without) {
    return table.list(
        from.atStartOfDay(site.zone()).toInstant(),
        to.plusDays(1).atStartOfDay(site.zone()).toInstant(),
        site.zone(),
        scope,
        villages,
        without);
  }
}
