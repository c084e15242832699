package anbinh.mediation.figures;

import anbinh.identity.AreaScope;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// What came of mediations within a time, counted from the records.
@Component
@NamedInterface("services")
public class MediationFigures {
  private final FigureTable table;
  private final Site site;

  MediationFigures(FigureTable table, Site site) {
    this.table = table;
    this.site = site;
  }

  /// Of one village.
  ///
  /// @param communeId that it lay in then; null where it is as it lies at present
  public record OfVillage(UUID villageId, @Nullable UUID communeId, Counts counts) {}

  /// @param received that got their number in the book within the time
  /// @param agreed ended by agreement within it, as the others ended or were referred within it
  /// @param referred with those that never were in the book
  /// @param pending in the book, and neither ended nor referred at the end of it
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

    public Counts withoutReferred() {
      return new Counts(received, agreed, notAgreed, stopped, escalated, 0, pending);
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

  /// By village, where there was something. Counted are what was written down within the time, by
  /// the server's clock: what becomes of a mediation later changes none of it.
  ///
  /// @param from the first day, by the site's calendar
  /// @param to the last one
  public List<OfVillage> list(LocalDate from, LocalDate to, AreaScope scope) {
    return table.list(start(from), start(to.plusDays(1)), scope);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(site.zone()).toInstant();
  }
}
