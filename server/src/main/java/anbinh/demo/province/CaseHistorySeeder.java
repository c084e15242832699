package anbinh.demo.province;

import anbinh.cases.CaseFile;
import anbinh.cases.Protection;
import anbinh.cases.register.CaseAdministration;
import anbinh.cases.store.CaseTable;
import anbinh.cases.store.OfficerTable;
import anbinh.platform.Site;
import anbinh.platform.sql.ShortCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with cases as they would stand today: what is yet to come of one is left
/// out. None was clarified by footage, since there is none of what never happened. Safe for many
/// threads.
@Component
class CaseHistorySeeder {
  private final CaseTable table;
  private final OfficerTable officers;
  private final ShortCodes codes;
  private final Site site;
  private final InstantSource clock;

  CaseHistorySeeder(
      CaseTable table, OfficerTable officers, ShortCodes codes, Site site, InstantSource clock) {
    this.table = table;
    this.officers = officers;
    this.codes = codes;
    this.site = site;
    this.clock = clock;
  }

  /// A case that is made up, with its whole course.
  ///
  /// @param type of the list of types
  /// @param officer who opens it, works on it and closes it
  public record SyntheticCase(
      UUID id,
      String title,
      String type,
      UUID areaId,
      Instant occurredAt,
      UUID officer,
      Instant openedAt,
      Instant closedAt,
      boolean clarified,
      String note) {}

  /// Adds cases of one year, all or, where the first is there, none. They come in the order of
  /// their opening; those that were not opened yet are left out.
  ///
  /// @return how many were added
  @Transactional
  public int add(List<SyntheticCase> invented, int year) {
    site.requireDemonstration();
    Instant now = clock.instant();
    List<SyntheticCase> opened =
        invented.stream().filter(each -> !each.openedAt().isAfter(now)).toList();
    if (opened.isEmpty() || table.find(opened.getFirst().id()).isPresent()) {
      return 0;
    }
    List<String> given = codes.ofYear(CaseAdministration.CODE_PREFIX, year, opened.size());
    for (int i = 0; i < opened.size(); i++) {
      SyntheticCase each = opened.get(i);
      table.insert(
          new CaseFile(
              each.id(),
              given.get(i),
              each.title(),
              each.type(),
              each.occurredAt(),
              null,
              each.areaId(),
              null,
              null,
              Protection.NONE,
              null,
              each.officer(),
              each.openedAt(),
              null));
      officers.putOn(each.id(), each.officer(), each.openedAt());
      if (!each.closedAt().isAfter(now)) {
        table.close(
            each.id(),
            new CaseFile.Outcome(
                each.clarified(), Set.of(), each.note(), each.officer(), each.closedAt()));
      }
    }
    return opened.size();
  }
}
