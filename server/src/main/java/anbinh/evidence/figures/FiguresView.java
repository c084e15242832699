package anbinh.evidence.figures;

import anbinh.cases.CaseType;
import anbinh.platform.Figure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The figures of a year as clients see them.
///
/// @param exact whether all are; otherwise small ones are hidden and others rounded
/// @param byArea by commune
/// @param lines by commune and type of case; where nothing happened there is none
record FiguresView(
    int year,
    Instant from,
    Instant to,
    boolean exact,
    Line total,
    List<Line> byArea,
    List<Line> byType,
    List<Line> lines) {
  FiguresView {
    byArea = List.copyOf(byArea);
    byType = List.copyOf(byType);
    lines = List.copyOf(lines);
  }

  /// @param areaId null for all
  /// @param type null for all
  record Line(
      @Nullable UUID areaId,
      @Nullable String areaName,
      @Nullable CaseType type,
      Figure opened,
      Figure closed,
      Figure clarified,
      Figure clarifiedByFootage,
      Figure requests,
      Figure extractions) {
    static Line of(
        @Nullable UUID areaId,
        @Nullable String areaName,
        @Nullable CaseType type,
        Counts counts,
        boolean exact) {
      return new Line(
          areaId,
          areaName,
          type,
          Figure.of(counts.opened(), exact),
          Figure.of(counts.closed(), exact),
          Figure.of(counts.clarified(), exact),
          Figure.of(counts.clarifiedByFootage(), exact),
          Figure.of(counts.requests(), exact),
          Figure.of(counts.extractions(), exact));
    }

    List<Figure> figures() {
      return List.of(opened, closed, clarified, clarifiedByFootage, requests, extractions);
    }
  }
}
