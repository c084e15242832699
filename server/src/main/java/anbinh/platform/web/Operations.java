package anbinh.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What each operation of the API is for, who may use it, and what can go wrong: the tables
/// `api/<feature>.md`, one row an operation.
///
/// They describe and do not decide: `AccessSweepIT` holds the running server against every cell.
public final class Operations {
  /// The columns of people, in order; `nobody` is without a session.
  public static final List<String> READERS =
      List.of(
          "nobody",
          "duty officer",
          "investigator",
          "approver",
          "auditor",
          "ombudsman",
          "administrator");

  private static final int COLUMNS = READERS.size() + 4;

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

  /// @param rights by [#READERS]
  /// @param elsewhere what somebody with a right for the area gets for what lies in another one: a
  ///   problem's code, `filtered` (a list without it), `unknown` (as if it did not exist), or empty
  /// @param errors beyond those that every operation has, as `404 no-camera`
  public record Operation(
      Map<String, Right> rights, String elsewhere, List<String> errors, String summary) {
    public Operation {
      rights = Map.copyOf(rights);
      errors = List.copyOf(errors);
    }

    /// Who may, in words.
    public String who() {
      if (rights.get("nobody") == Right.YES) {
        return "Anybody.";
      }
      List<String> some =
          READERS.stream()
              .filter(reader -> rights.get(reader) != Right.NO)
              .map(reader ->
                  switch (rights.getOrDefault(reader, Right.NO)) {
                    case AREA -> reader + " of the area";
                    case OWN -> reader + " whose own it is";
                    case SITE -> reader + " of the whole site";
                    case YES, NO -> reader;
                  })
              .toList();
      return "Who may: " + String.join(", ", some) + ".";
    }
  }

  /// All of them by method and path, as `GET /api/site`.
  public static Map<String, Operation> read() throws IOException {
    Map<String, Operation> all = new TreeMap<>();
    for (Resource table :
        new PathMatchingResourcePatternResolver().getResources("classpath*:api/*.md")) {
      table
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .skip(2)
          .filter(line -> !line.isBlank())
          .forEach(line -> add(line, all));
    }
    return all;
  }

  private static void add(String line, Map<String, Operation> all) {
    String[] cells = line.strip().split("\\|", -1);
    if (cells.length != COLUMNS + 2) {
      throw new IllegalStateException("a row of the API's tables has not all cells: " + line);
    }
    List<String> values = Arrays.stream(cells).skip(1).limit(COLUMNS).map(String::strip).toList();
    Map<String, Right> rights = new TreeMap<>();
    for (int i = 0; i < READERS.size(); i++) {
      rights.put(READERS.get(i), Right.valueOf(values.get(i + 1).toUpperCase(Locale.ROOT)));
    }
    String errors = values.get(COLUMNS - 2);
    all.put(
        values.getFirst(),
        new Operation(
            rights,
            values.get(COLUMNS - 3),
            errors.isEmpty() ? List.of() : List.of(errors.split(", ")),
            values.get(COLUMNS - 1)));
  }
}
