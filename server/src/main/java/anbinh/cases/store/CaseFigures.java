package anbinh.cases.store;

import anbinh.identity.AreaScope;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// The yearly figures of cases, counted from the records.
@Component
@NamedInterface("services")
public class CaseFigures {
  private final CaseTable table;
  private final Site site;

  CaseFigures(CaseTable table, Site site) {
    this.table = table;
    this.site = site;
  }

  /// What happened in one year with the cases of one type in one area.
  ///
  /// @param closed in the year, whenever opened
  /// @param clarified of the closed ones
  /// @param clarifiedByFootage those of the clarified ones in which footage clarified something
  public record Line(
      UUID areaId,
      String type,
      long opened,
      long closed,
      long clarified,
      long clarifiedByFootage) {}

  /// By area and type, where something happened.
  ///
  /// @param year by the site's calendar
  public List<Line> listLines(Year year, AreaScope scope) {
    Instant from = year.atDay(1).atStartOfDay(site.zone()).toInstant();
    Instant to = year.plusYears(1).atDay(1).atStartOfDay(site.zone()).toInstant();
    return table.listLines(from, to, scope);
  }
}
