package anbinh.platform.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What each operation of the API is for, who may use it, and what can go wrong: the tables
/// `api/<feature>.md`, one row an operation.
///
/// The columns of people differ from table to table, as it needs them: first `nobody`, who is
/// without a session, then some of [#ROLES], then `others`, which are all those that it does not
/// name.
///
/// They describe and do not decide: `AccessSweepIT` holds the running server against every cell.
public final class Operations {
  private static final String APPROVER = "approver";
  private static final String SENIOR_APPROVER = "senior approver";

  /// All roles, as the tables call them. A senior approver is an approver as well, and has a column
  /// only where they may do more.
  public static final List<String> ROLES =
      List.of(
          "duty officer",
          "investigator",
          APPROVER,
          SENIOR_APPROVER,
          "auditor",
          "ombudsman",
          "administrator",
          "community officer",
          "chair",
          "team leader",
          "team member",
          "mediator",
          "village head",
          "partner",
          "analyst");

  private static final String NOBODY = "nobody";
  private static final String OTHERS = "others";

  /// Of the cells of a row: what is called before those of people, and what goes wrong after them.
  private static final int BEFORE = 1;

  private static final int AFTER = 3;

  private Operations() {}

  /// May do it: never, for the area, for what is one's own, with a right for the whole site, or
  /// always.
  public enum Right {
    NO,
    AREA,
    OWN,
    SITE,
    YES
  }

  /// @param rights by the columns of its table, in their order
  /// @param others the roles that have no column
  /// @param elsewhere what somebody with a right for the area gets for what lies in another one: a
  ///   problem's code, `filtered` (a list without it), `unknown` (as if it did not exist), or empty
  /// @param errors beyond those that every operation has, as `404 no-camera`
  public record Operation(
      Map<String, Right> rights,
      List<String> others,
      String elsewhere,
      List<String> errors,
      String summary) {
    public Operation {
      rights = Collections.unmodifiableMap(new LinkedHashMap<>(rights));
      others = List.copyOf(others);
      errors = List.copyOf(errors);
    }

    /// The columns of people who are signed in.
    public List<String> readers() {
      return rights.keySet().stream().filter(reader -> !reader.equals(NOBODY)).toList();
    }

    public boolean open() {
      return rights.get(NOBODY) == Right.YES;
    }

    /// Whether somebody with a role may do it at all: for their area, for what is their own, or
    /// always.
    public boolean isFor(String role) {
      return rights.getOrDefault(others.contains(role) ? OTHERS : role, Right.NO) != Right.NO;
    }

    /// Who may, in words.
    public String who() {
      if (open()) {
        return "Anybody.";
      }
      List<String> some =
          readers().stream()
              .filter(reader -> rights.get(reader) != Right.NO)
              .flatMap(reader ->
                  reader.equals(OTHERS)
                      ? others.stream().map(role -> of(role, reader))
                      : Stream.of(of(reader, reader)))
              .toList();
      return "Who may: " + String.join(", ", some) + ".";
    }

    private String of(String role, String column) {
      return switch (rights.getOrDefault(column, Right.NO)) {
        case AREA -> role + " of the area";
        case OWN -> role + " whose own it is";
        case SITE -> role + " of the whole site";
        case YES, NO -> role;
      };
    }
  }

  /// All of them by method and path, as `GET /api/site`.
  public static Map<String, Operation> read() throws IOException {
    Map<String, Operation> all = new TreeMap<>();
    for (Resource table :
        new PathMatchingResourcePatternResolver().getResources("classpath*:api/*.md")) {
      List<String> lines =
          table
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      List<String> header = cells(lines.getFirst());
      List<String> columns = header.subList(BEFORE, header.size() - AFTER);
      for (String line : lines.subList(2, lines.size())) {
        add(line, columns, all);
      }
    }
    return all;
  }

  private static List<String> cells(String line) {
    String[] cells = line.strip().split("\\|", -1);
    return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
  }

  private static void add(String line, List<String> columns, Map<String, Operation> all) {
    List<String> cells = cells(line);
    if (cells.size() != BEFORE + columns.size() + AFTER) {
      throw new IllegalStateException("a row of the API's tables has not all cells: " + line);
    }
    Map<String, Right> rights = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      rights.put(columns.get(i), Right.valueOf(cells.get(BEFORE + i).toUpperCase(Locale.ROOT)));
    }
    List<String> end = cells.subList(cells.size() - AFTER, cells.size());
    all.put(
        cells.getFirst(),
        new Operation(
            rights,
            ROLES.stream()
                .filter(role -> !columns.contains(role))
                .filter(role -> !role.equals(SENIOR_APPROVER) || !columns.contains(APPROVER))
                .toList(),
            end.get(0),
            end.get(1).isEmpty() ? List.of() : List.of(end.get(1).split(", ")),
            end.get(2)));
  }
}
