package anbinh.evidence.figures;

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
    FigureLine total,
    List<FigureLine> byArea,
    List<FigureLine> byType,
    List<FigureLine> lines) {
  FiguresView {
    byArea = List.copyOf(byArea);
    byType = List.copyOf(byType);
    lines = List.copyOf(lines);
  }

  /// @param areaId null for all
  /// @param type its code; null for all
  /// @param typeName in the reader's language; null for all
  record FigureLine(
      @Nullable UUID areaId,
      @Nullable String areaName,
      @Nullable String type,
      @Nullable String typeName,
      Figure opened,
      Figure closed,
      Figure clarified,
      Figure clarifiedByFootage,
      Figure requests,
      Figure extractions) {
    static FigureLine of(
        @Nullable UUID areaId,
        @Nullable String areaName,
        @Nullable String type,
        @Nullable String typeName,
        Counts counts,
        boolean exact) {
      return new FigureLine(
          areaId,
          areaName,
          type,
          typeName,
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
