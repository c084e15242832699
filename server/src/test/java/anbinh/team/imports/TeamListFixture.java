package anbinh.team.imports;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.platform.Ids;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Team;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A list of teams that is read beside what there is, on the 27th of November 2026.
final class TeamListFixture {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  static final LocalDate ESTABLISHED = LocalDate.of(2024, 7, 5);
  static final Area COMMUNE = new Area(id(1), "10001", "Xã Một", AreaKind.COMMUNE, null);
  static final Area OTHER = new Area(id(2), "10002", "Xã Hai", AreaKind.COMMUNE, null);
  static final Area VILLAGE = village(3, "10001-001", COMMUNE);
  static final Area SECOND = village(4, "10001-002", COMMUNE);
  static final Area FOREIGN = village(5, "10002-001", OTHER);

  private static final List<Area> AREAS = List.of(COMMUNE, OTHER, VILLAGE, SECOND, FOREIGN);
  private static final List<String> MORE =
      List.of(
          "national_id",
          "phone",
          "education",
          "health_on",
          "certificate",
          "badge",
          "over_age",
          "another_person");
  private static final String TITLES =
      "commune;team;villages;planned;team_decision;team_decided_on;team_signer;name;born;gender"
          + ";origin;position;term_from;term_until;decision;decided_on;"
          + String.join(";", MORE);

  final FakeTeams present = new FakeTeams();
  final List<UUID> asked = new ArrayList<>();
  TeamImportSummary summary = new TeamImportSummary(CodeMessages.messages());

  private final Ids ids =
      new Ids(InstantSource.fixed(Instant.parse("2026-11-27T03:00:00Z")), new Random(1));

  static UUID id(long number) {
    return new UUID(0, number);
  }

  private static Area village(long id, String code, Area commune) {
    return new Area(id(id), code, "Thôn " + code, AreaKind.RESIDENTIAL_AREA, commune.id());
  }

  static Team team(String name, @Nullable LocalDate established, @Nullable LocalDate dissolved) {
    return new Team(id(100), "TEAM-0100", COMMUNE.id(), name, false, established, dissolved);
  }

  /// What a row says of a team that is new.
  static String team(String name, String villages) {
    return "10001;" + name + ";\"" + villages + "\";3;17/QĐ-UBND;05/07/2024;Chủ tịch";
  }

  /// What a row says of a team that is there, or that another row describes.
  static String team(String name) {
    return "10001;" + name + ";;;;;";
  }

  /// What a row says of somebody.
  ///
  /// @param more a column and its cell, and so on
  static String person(String name, String born, String position, String from, String... more) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < more.length; i += 2) {
      cells.put(more[i], more[i + 1]);
    }
    return String.join(
            ";",
            name,
            born,
            "MALE",
            "RECRUITED",
            position,
            from,
            "09/07/2029",
            "18/QĐ-UBND",
            "05/07/2024",
            "")
        + MORE.stream().map(each -> cells.getOrDefault(each, "")).collect(Collectors.joining(";"));
  }

  /// A member of the team from its sixth day on, born on the 6th of May 1980.
  static String member(String name, String... more) {
    return person(name, "06/05/1980", "MEMBER", "10/07/2024", more);
  }

  TeamReading.Found read(String... rows) {
    return read(false, rows);
  }

  TeamReading.Found read(boolean applying, String... rows) {
    summary = new TeamImportSummary(CodeMessages.messages());
    List<String> lines = new ArrayList<>(List.of(TITLES));
    lines.addAll(List.of(rows));
    return new TeamReading(
            new SheetVocabulary<>(CodeMessages.messages(), "team-list", TeamColumn.class),
            present,
            ids,
            TODAY,
            code -> area(code).filter(area -> area.kind().isCommune()),
            TeamListFixture::area,
            team -> {
              asked.add(team);
              return team.equals(id(100));
            },
            summary)
        .read(CodeMessages.csv(lines.toArray(String[]::new)), applying);
  }

  private static Optional<Area> area(String code) {
    return AREAS.stream().filter(area -> area.code().equals(code)).findFirst();
  }

  List<String> told() {
    return CodeMessages.told(summary);
  }
}
