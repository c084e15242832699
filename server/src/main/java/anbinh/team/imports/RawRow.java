package anbinh.team.imports;

import anbinh.areas.Area;
import anbinh.platform.FoldedText;
import anbinh.platform.sheet.RowGroup;
import anbinh.platform.sheet.SheetCells;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Identity;
import anbinh.team.Origin;
import anbinh.team.Position;
import anbinh.team.unit.TeamForms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of a list of teams, each cell read by itself. Not thread-safe, and never printed.
final class RawRow implements RowGroup.Row<TeamColumn> {
  private static final int MAX_CODE = 64;
  private static final int MAX_LIST = 1_000;
  private static final int MAX_NUMBER = 60;
  private static final int MAX_PAPER = 40;
  private static final int MAX_PHONE = 30;

  /// As a spreadsheet writes a telephone number that it took for a number.
  private static final Pattern LOST_ZERO = Pattern.compile("[1-9][0-9]{8}");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /// What is needed of somebody.
  private static final List<TeamColumn> NEEDED =
      List.of(
          TeamColumn.NAME,
          TeamColumn.BORN,
          TeamColumn.GENDER,
          TeamColumn.ORIGIN,
          TeamColumn.POSITION,
          TeamColumn.TERM_FROM,
          TeamColumn.TERM_UNTIL,
          TeamColumn.DECISION,
          TeamColumn.DECIDED_ON);

  /// What else may be said of them.
  private static final List<TeamColumn> MORE =
      List.of(
          TeamColumn.PHONE,
          TeamColumn.NATIONAL_ID,
          TeamColumn.EDUCATION,
          TeamColumn.HEALTH_ON,
          TeamColumn.CERTIFICATE,
          TeamColumn.BADGE);

  final SheetCells<TeamColumn> cells;
  final @Nullable Area commune;
  final @Nullable String team;

  /// Sorted, since the rows of a team may name them in any order.
  final List<String> villages;

  final @Nullable Integer planned;
  final @Nullable String decision;
  final @Nullable LocalDate decidedOn;
  final @Nullable String signer;
  final boolean person;
  final @Nullable String name;
  final @Nullable Integer birthYear;
  final @Nullable LocalDate birthOn;
  final @Nullable Gender gender;
  final @Nullable String phone;
  final @Nullable String nationalId;
  final @Nullable Origin origin;
  final @Nullable Education education;
  final @Nullable LocalDate healthOn;
  final @Nullable Position position;
  final @Nullable LocalDate from;
  final @Nullable LocalDate until;
  final @Nullable String paper;
  final @Nullable LocalDate paperOn;
  final @Nullable String certificate;
  final @Nullable String badge;
  final boolean overAge;
  final boolean anotherPerson;

  /// @param communes by what the list says; it refuses those that are not the person's
  RawRow(SheetCells<TeamColumn> cells, Function<String, Optional<Area>> communes) {
    this.cells = cells;
    String code = cells.text(TeamColumn.COMMUNE, MAX_CODE);
    this.commune = code == null ? null : communes.apply(code).orElse(null);
    if (code != null && commune == null) {
      cells.reject(TeamColumn.COMMUNE, "team-list-commune");
    }
    this.team = cells.name(TeamColumn.TEAM, TeamForms.MAX_NAME);
    String list = cells.text(TeamColumn.VILLAGES, MAX_LIST);
    this.villages =
        list == null
            ? List.of()
            : Arrays.stream(list.split("[;,\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList();
    this.planned = cells.whole(TeamColumn.PLANNED, 1, TeamForms.MAX_PLANNED);
    this.decision = cells.text(TeamColumn.TEAM_DECISION, MAX_NUMBER);
    this.decidedOn = cells.day(TeamColumn.TEAM_DECIDED_ON);
    this.signer = cells.name(TeamColumn.TEAM_SIGNER, TeamForms.MAX_NAME);
    this.name = cells.name(TeamColumn.NAME, TeamForms.MAX_NAME);
    String born = cells.text(TeamColumn.BORN, MAX_CODE);
    boolean year = born != null && born.strip().length() <= 4;
    this.birthYear = year ? cells.whole(TeamColumn.BORN, FIRST_YEAR, LAST_YEAR) : null;
    this.birthOn = born != null && !year ? cells.day(TeamColumn.BORN) : null;
    this.gender = cells.choice(TeamColumn.GENDER, Gender.class);
    this.phone = cells.text(TeamColumn.PHONE, MAX_PHONE);
    if (phone != null && LOST_ZERO.matcher(phone).matches()) {
      cells.reject(TeamColumn.PHONE, "team-list-phone");
    }
    String id = cells.text(TeamColumn.NATIONAL_ID, MAX_CODE);
    this.nationalId = id == null ? null : id.replaceAll("[ .\u00A0]", "");
    this.origin = cells.choice(TeamColumn.ORIGIN, Origin.class);
    this.education = cells.choice(TeamColumn.EDUCATION, Education.class);
    this.healthOn = cells.day(TeamColumn.HEALTH_ON);
    this.position = cells.choice(TeamColumn.POSITION, Position.class);
    this.from = cells.day(TeamColumn.TERM_FROM);
    this.until = cells.day(TeamColumn.TERM_UNTIL);
    this.paper = cells.text(TeamColumn.DECISION, MAX_NUMBER);
    this.paperOn = cells.day(TeamColumn.DECIDED_ON);
    this.certificate = cells.text(TeamColumn.CERTIFICATE, MAX_PAPER);
    this.badge = cells.text(TeamColumn.BADGE, MAX_PAPER);
    this.overAge = said(TeamColumn.OVER_AGE);
    this.anotherPerson = said(TeamColumn.ANOTHER_PERSON);
    this.person = Stream.concat(NEEDED.stream(), MORE.stream()).anyMatch(cells::has);
    if (person) {
      NEEDED.stream()
          .filter(column -> !cells.has(column))
          .forEach(column -> cells.reject(column, "required"));
    }
  }

  @Override
  public SheetCells<TeamColumn> cells() {
    return cells;
  }

  /// The team that it is about, by commune and name, however its accents are written; null where it
  /// cannot be said.
  @Nullable String teamKey() {
    Area lies = commune;
    String called = team;
    return lies == null || called == null
        ? null
        : lies.id() + " " + FoldedText.accentedWords(called);
  }

  /// Who it names; null where something of it is missing or wrong.
  @Nullable Identity identity() {
    return cells.wrong() || !person || name == null || gender == null || origin == null
        ? null
        : new Identity(
            name, birthYear, birthOn, gender, phone, nationalId, origin, education, healthOn);
  }

  private boolean said(TeamColumn column) {
    return cells.choice(column, TeamColumn.Said.class) == TeamColumn.Said.YES;
  }
}
