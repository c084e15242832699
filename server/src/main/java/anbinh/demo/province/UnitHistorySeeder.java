package anbinh.demo.province;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaKind;
import anbinh.areas.imports.ProvinceImport;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.Unit;
import anbinh.areas.unit.UnitTable;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with the units of a province. Safe for many threads.
@Component
class UnitHistorySeeder {
  private final ProvinceImport provinces;
  private final Areas areas;
  private final UnitTable table;
  private final Site site;
  private final Ids ids;
  private final AuditLog log;

  UnitHistorySeeder(
      ProvinceImport provinces, Areas areas, UnitTable table, Site site, Ids ids, AuditLog log) {
    this.provinces = provinces;
    this.areas = areas;
    this.table = table;
    this.site = site;
    this.ids = ids;
    this.log = log;
  }

  /// A village that is made up.
  ///
  /// @param commune its code
  public record SyntheticVillage(String commune, String code, String name) {}

  /// Takes a province out of an address file, as an administrator would.
  public void takeProvince(byte[] file, String code, Person by) {
    site.requireDemonstration();
    provinces.fill(file, code, by);
  }

  /// Adds those of which there is no unit with the code.
  ///
  /// @return how many that were
  @Transactional
  public int addVillages(List<SyntheticVillage> villages, LocalDate since, Person by) {
    site.requireDemonstration();
    Map<String, UUID> known = new HashMap<>();
    areas.list().forEach(each -> known.put(each.code(), each.id()));
    List<Unit> fresh =
        villages.stream()
            .filter(each -> !known.containsKey(each.code()) && known.containsKey(each.commune()))
            .map(each ->
                Unit.since(
                    new Area(
                        ids.next(),
                        each.code(),
                        each.name(),
                        AreaKind.RESIDENTIAL_AREA,
                        known.get(each.commune())),
                    since))
            .toList();
    if (!fresh.isEmpty()) {
      table.insert(fresh);
      log.record(
          Event.of(AreaEvent.IMPORTED)
              .by(by.actor())
              .about("area-list", ids.next(), "demonstration")
              .fact("added", fresh.size()));
    }
    return fresh.size();
  }
}
