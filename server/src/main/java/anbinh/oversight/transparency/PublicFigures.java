package anbinh.oversight.transparency;

import anbinh.platform.Figure;
import anbinh.seal.figures.CountOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The public figures as anybody sees them: small ones hidden, others rounded, each by itself; only
/// numbers of cameras are exact.
@Component
class PublicFigures {
  /// How far back the looks go.
  static final int RECENT_DAYS = 30;

  private final PublicationTable table;

  PublicFigures(PublicationTable table) {
    this.table = table;
  }

  /// @param through the last day that is counted; null before the first publication
  /// @param logSize how many entries the log had when it was counted
  record View(
      @Nullable LocalDate through,
      @Nullable Instant publishedAt,
      long logSize,
      long connectedCameras,
      long communityCameras,
      Figure recentLooks,
      Figure recentDenied,
      List<YearView> years) {
    View {
      years = List.copyOf(years);
    }
  }

  /// What happened in a year, as far as it is counted.
  record YearView(
      int year,
      Figure casesOpened,
      Figure casesClarified,
      Figure requests,
      Figure urgent,
      Figure granted,
      Figure refused,
      Figure extractions,
      Figure searches,
      Figure findingsOpened,
      Figure findingsClosed,
      Figure looksDrawn,
      Figure looksReviewed,
      Figure looksDoubted,
      Figure dataRequests,
      Figure dataRequestsEnded,
      Figure dataRequestsLate) {}

  View view() {
    Publication last = table.findLast().orElse(null);
    if (last == null) {
      Map<CountOf, Long> none = new EnumMap<>(CountOf.class);
      return new View(
          null,
          null,
          0,
          0,
          0,
          figure(none, CountOf.LOOKS),
          figure(none, CountOf.DENIED),
          List.of());
    }
    LocalDate through = last.through();
    Map<CountOf, Long> ever = table.sum(LocalDate.EPOCH, through);
    Map<CountOf, Long> recent = table.sum(through.minusDays(RECENT_DAYS - 1), through);
    return new View(
        through,
        last.publishedAt(),
        last.toIndex(),
        ever.getOrDefault(CountOf.CONNECTED_CAMERAS, 0L),
        ever.getOrDefault(CountOf.COMMUNITY_CAMERAS, 0L),
        figure(recent, CountOf.LOOKS),
        figure(recent, CountOf.DENIED),
        List.of(year(through.getYear(), through), year(through.getYear() - 1, through)));
  }

  private YearView year(int year, LocalDate through) {
    LocalDate end = LocalDate.of(year, 12, 31);
    Map<CountOf, Long> sums =
        table.sum(LocalDate.of(year, 1, 1), end.isAfter(through) ? through : end);
    return new YearView(
        year,
        figure(sums, CountOf.CASES_OPENED),
        figure(sums, CountOf.CASES_CLARIFIED),
        figure(sums, CountOf.REQUESTS),
        figure(sums, CountOf.URGENT),
        figure(sums, CountOf.GRANTED),
        figure(sums, CountOf.REFUSED),
        figure(sums, CountOf.EXTRACTIONS),
        figure(sums, CountOf.SEARCHES),
        figure(sums, CountOf.FINDINGS_OPENED),
        figure(sums, CountOf.FINDINGS_CLOSED),
        figure(sums, CountOf.LOOKS_DRAWN),
        figure(sums, CountOf.LOOKS_REVIEWED),
        figure(sums, CountOf.LOOKS_DOUBTED),
        figure(sums, CountOf.DATA_REQUESTS),
        figure(sums, CountOf.DATA_REQUESTS_ENDED),
        figure(sums, CountOf.DATA_REQUESTS_LATE));
  }

  private static Figure figure(Map<CountOf, Long> sums, CountOf what) {
    return Figure.of(sums.getOrDefault(what, 0L), false);
  }
}
