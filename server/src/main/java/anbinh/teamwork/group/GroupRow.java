package anbinh.teamwork.group;

import anbinh.areas.Area;
import anbinh.platform.FoldedText;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.sheet.RowGroup;
import anbinh.platform.sheet.SheetCells;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row of a list of groups of households, each cell read by itself. Not thread-safe, and never
/// printed.
final class GroupRow implements RowGroup.Row<GroupColumn> {
  private static final int MAX_CODE = 64;
  private static final int MAX_VILLAGE = 200;
  private static final int MAX_NUMBER = 60;
  private static final int MAX_PHONE = 30;

  /// As a spreadsheet writes a telephone number that it took for a number.
  private static final Pattern LOST_ZERO = Pattern.compile("[1-9][0-9]{8}");

  final SheetCells<GroupColumn> cells;
  final @Nullable Area commune;
  final @Nullable Area village;
  final @Nullable Kind kind;
  final @Nullable String group;
  final @Nullable Integer households;
  final @Nullable String decision;
  final @Nullable LocalDate decidedOn;
  final @Nullable String signer;
  final boolean person;
  final @Nullable String name;
  final @Nullable Lead position;
  final @Nullable String phone;
  final @Nullable LocalDate from;
  final @Nullable LocalDate until;
  final @Nullable String paper;
  final @Nullable LocalDate paperOn;

  /// @param communes by what the list says; it refuses those that are not the person's
  /// @param villages of a commune by code or name
  GroupRow(
      SheetCells<GroupColumn> cells,
      Function<String, Optional<Area>> communes,
      BiFunction<Area, String, Optional<Area>> villages) {
    this.cells = cells;
    String code = cells.text(GroupColumn.COMMUNE, MAX_CODE);
    this.commune = code == null ? null : communes.apply(code).orElse(null);
    if (code != null && commune == null) {
      cells.reject(GroupColumn.COMMUNE, "team-list-commune");
    }
    String place = cells.text(GroupColumn.VILLAGE, MAX_VILLAGE);
    this.village =
        commune == null || place == null ? null : villages.apply(commune, place).orElse(null);
    if (commune != null && place != null && village == null) {
      cells.reject(GroupColumn.VILLAGE, "group-list-village", place, commune.name());
    }
    this.kind = cells.choice(GroupColumn.KIND, Kind.class);
    this.group = cells.name(GroupColumn.GROUP, GroupForms.MAX_NAME);
    this.households = cells.whole(GroupColumn.HOUSEHOLDS, 1, GroupForms.MAX_HOUSEHOLDS);
    this.decision = cells.text(GroupColumn.GROUP_DECISION, MAX_NUMBER);
    this.decidedOn = cells.day(GroupColumn.GROUP_DECIDED_ON);
    this.signer = cells.name(GroupColumn.GROUP_SIGNER, GroupForms.MAX_NAME);
    this.name = cells.name(GroupColumn.NAME, GroupForms.MAX_NAME);
    this.position = cells.choice(GroupColumn.POSITION, Lead.class);
    this.phone = cells.text(GroupColumn.PHONE, MAX_PHONE);
    if (phone != null && LOST_ZERO.matcher(phone).matches()) {
      cells.reject(GroupColumn.PHONE, "team-list-phone");
    } else if (phone != null && !phone.matches(PersonalNumbers.PHONE)) {
      cells.reject(GroupColumn.PHONE, "team-phone");
    }
    this.from = cells.day(GroupColumn.TERM_FROM);
    this.until = cells.day(GroupColumn.TERM_UNTIL);
    this.paper = cells.text(GroupColumn.DECISION, MAX_NUMBER);
    this.paperOn = cells.day(GroupColumn.DECIDED_ON);
    List<GroupColumn> needed =
        List.of(
            GroupColumn.NAME,
            GroupColumn.POSITION,
            GroupColumn.TERM_FROM,
            GroupColumn.TERM_UNTIL,
            GroupColumn.DECISION,
            GroupColumn.DECIDED_ON);
    this.person = cells.has(GroupColumn.PHONE) || needed.stream().anyMatch(cells::has);
    if (person) {
      needed.stream()
          .filter(column -> !cells.has(column))
          .forEach(column -> cells.reject(column, "required"));
    }
  }

  @Override
  public SheetCells<GroupColumn> cells() {
    return cells;
  }

  /// The group that it is about, however its accents are written; null where it cannot be said.
  @Nullable String key() {
    Area lies = village;
    Kind sort = kind;
    String called = group;
    return lies == null || sort == null || called == null
        ? null
        : key(lies.id().toString(), sort, called);
  }

  static String key(String village, Kind kind, String name) {
    return village + " " + kind + " " + FoldedText.accentedWords(name);
  }
}
