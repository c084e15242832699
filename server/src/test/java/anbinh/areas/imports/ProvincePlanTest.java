package anbinh.areas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Succession;
import anbinh.areas.unit.Unit;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/// Which units are added, recognised and led to today's, on made-up provinces drawn from a seed.
class ProvincePlanTest {
  private static final Messages MESSAGES = new Messages(new StaticMessageSource());

  private final Ids ids = new Ids(InstantSource.system(), new Random(1));

  @Test
  void everyFormerUnitLeadsToWhatItsNameSaysWhateverTheCode() {
    long seed = Long.getLong("anbinh.seed", 20261126L);
    for (int round = 0; round < 200; round++) {
      var random = new Random(seed + round);
      String about = "seed " + (seed + round);
      List<AddressFile.Commune> communes = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        String kind = random.nextBoolean() ? "Phường " : "Xã ";
        communes.add(new AddressFile.Commune(i + 1, String.valueOf(10_000 + i), kind + "Số " + i));
      }
      Map<String, Set<String>> expected = new HashMap<>();
      List<AddressFile.Mapping> mappings = new ArrayList<>();
      int wrongCodes = 0;
      for (int i = 0; i < random.nextInt(60); i++) {
        AddressFile.Commune into = communes.get(random.nextInt(communes.size()));
        String former = "Xã Cũ " + random.nextInt(30);
        boolean wrong = random.nextInt(5) == 0;
        wrongCodes += wrong ? 1 : 0;
        mappings.add(
            new AddressFile.Mapping(
                i + 1, null, former, "Huyện Một", wrong ? "7" : into.code(), into.name()));
        expected.computeIfAbsent(former, _ -> new HashSet<>()).add(into.name());
      }
      var tally = new AreaImportSummary(MESSAGES);
      var plan = new ProvincePlan(tally, ids);
      plan.make(
          new AddressFile("38", "Tỉnh Thử", communes, mappings),
          new ProvincePlan.Known(List.of(), List.of()));
      AreaReport report = tally.report(new byte[0]);
      assertThat(report.errors()).as(about).isEmpty();
      assertThat(report.corrected()).as(about).isEqualTo(wrongCodes);
      Map<UUID, Unit> units =
          plan.units().stream().collect(Collectors.toMap(unit -> unit.area().id(), unit -> unit));
      Map<String, Set<String>> led = new HashMap<>();
      for (Succession each : plan.successions()) {
        led.computeIfAbsent(name(units, each.oldId()), _ -> new HashSet<>())
            .add(name(units, each.newId()));
      }
      assertThat(led).as(about).isEqualTo(expected);
      Set<UUID> before = new HashSet<>();
      for (Unit unit : plan.units()) {
        UUID parent = unit.area().parentId();
        assertThat(parent == null || before.contains(parent)).as(about).isTrue();
        before.add(unit.area().id());
      }
      assertTakenAgainChangesNothing(about, communes, mappings, plan);
    }
  }

  private static String name(Map<UUID, Unit> units, UUID id) {
    return Objects.requireNonNull(units.get(id)).area().name();
  }

  private void assertTakenAgainChangesNothing(
      String about,
      List<AddressFile.Commune> communes,
      List<AddressFile.Mapping> mappings,
      ProvincePlan plan) {
    var again = new ProvincePlan(new AreaImportSummary(MESSAGES), ids);
    again.make(
        new AddressFile("38", "Tỉnh Thử", communes, mappings),
        new ProvincePlan.Known(
            plan.units().stream().filter(Unit::present).map(Unit::area).toList(),
            plan.units().stream().filter(unit -> !unit.present()).toList()));
    assertThat(again.units()).as(about).isEmpty();
    assertThat(again.successions()).as(about).isEmpty();
    assertThat(again.numbered()).as(about).isEmpty();
  }

  @Test
  void aUnitOfAnotherProvinceOrKindIsNotTouched() {
    var elsewhere = new Area(ids.next(), "10001", "Xã Khác", AreaKind.COMMUNE, null);
    var tally = new AreaImportSummary(MESSAGES);
    var plan = new ProvincePlan(tally, ids);
    plan.make(
        new AddressFile(
            "38",
            "Tỉnh Thử",
            List.of(
                new AddressFile.Commune(1, "10001", "Xã Một"),
                new AddressFile.Commune(2, "x", "Xã Hai"),
                new AddressFile.Commune(3, "10003", "")),
            List.of(
                new AddressFile.Mapping(1, null, "Xã Cũ", null, "10009", "Xã Không Có"),
                new AddressFile.Mapping(2, null, "", null, "10001", "Xã Một"))),
        new ProvincePlan.Known(List.of(elsewhere), List.of()));
    assertThat(tally.report(new byte[0]).errors().stream().map(line -> line.row() + line.code()))
        .containsExactly(
            "1area-elsewhere", "1area-unknown-new", "2area-code", "2area-name", "3area-name");
  }

  @Test
  void aUnitThatIsKnownByItsNameGetsItsOfficialCode() {
    var province = new Area(ids.next(), "TH", "Thử", AreaKind.PROVINCE, null);
    var commune = new Area(ids.next(), "TH-1", "Phường Hoà", AreaKind.COMMUNE, province.id());
    var plan = new ProvincePlan(new AreaImportSummary(MESSAGES), ids);
    plan.make(
        new AddressFile(
            "38",
            "Tỉnh Thử",
            List.of(new AddressFile.Commune(1, "10001", "Phường Hòa")),
            List.of()),
        new ProvincePlan.Known(List.of(province, commune), List.of()));
    assertThat(plan.units()).isEmpty();
    assertThat(plan.numbered())
        .containsExactly(
            new ProvincePlan.Numbered(province.id(), "38", AreaKind.PROVINCE),
            new ProvincePlan.Numbered(commune.id(), "10001", AreaKind.WARD));
  }
}
