package anbinh.community.mediation;

import anbinh.community.mediation.figures.FigureTable;
import anbinh.identity.AreaScope;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What came of mediations within a time, counted from the records.
@Component
public class MediationFigures {
  private final FigureTable table;
  private final Site site;

  MediationFigures(FigureTable table, Site site) {
    this.table = table;
    this.site = site;
  }

  /// Of one village.
  public record OfVillage(UUID villageId, Counts counts) {}

  /// @param received within the time
  /// @param agreed ended by agreement within it, as the others ended or were referred within it
  /// @param pending neither ended nor referred at the end of it, whenever received
  public record Counts(
      long received,
      long agreed,
      long notAgreed,
      long stopped,
      long escalated,
      long referred,
      long pending) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
      return new Counts(
          received + other.received,
          agreed + other.agreed,
          notAgreed + other.notAgreed,
          stopped + other.stopped,
          escalated + other.escalated,
          referred + other.referred,
          pending + other.pending);
    }

    /// Those that ended as article 23 has a mediation end: what became an authority's is none.
    public long ended() {
      return agreed + notAgreed + stopped;
    }

    /// Agreed of those that ended, in percent; null where none ended.
    public @Nullable Long successPercent() {
      return percent(agreed, ended());
    }
  }

  /// A share in whole percent, rounded half up; null of nothing.
  public static @Nullable Long percent(long part, long whole) {
    return whole == 0 ? null : (200 * part + whole) / (2 * whole);
  }

  /// By village, where there was something.
  ///
  /// @param from the first day, by the site's calendar
  /// @param to the last one
  public List<OfVillage> list(LocalDate from, LocalDate to, AreaScope scope) {
    return list(from, to, scope, true);
  }

  /// The same without what is hidden, for who is told exact figures of a village and must not learn
  /// from them that there is something that their list does not have.
  public List<OfVillage> listWithoutGuarded(LocalDate from, LocalDate to, AreaScope scope) {
    return list(from, to, scope, false);
  }

  private List<OfVillage> list(LocalDate from, LocalDate to, AreaScope scope, boolean guarded) {
    return table.list(from, to.plusDays(1), start(from), start(to.plusDays(1)), scope, guarded);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(site.zone()).toInstant();
  }
}
