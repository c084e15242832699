package anbinh.programme.imports;

import anbinh.areas.Area;
import anbinh.areas.ListedPlaces;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.sheet.SheetCells;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.platform.sheet.SimpleSummary;
import anbinh.programme.ProgrammeState;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import anbinh.programme.kind.ProgrammeText;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeContent;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import anbinh.programme.lifecycle.Programmes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list of programmes by all rules; it writes nothing. A programme that there is, by its
/// commune and name, is left as it is. Not thread-safe.
final class ProgrammeReading {
  private static final int MAX_CODE = 64;
  private static final int MAX_LIST = 2_000;
  private static final int MAX_NAME = 160;
  private static final int MAX_GOAL = 2_000;
  private static final int MAX_NUMBER = 60;
  private static final int MAX_SIGNER = 120;
  private static final int MAX_AREAS = 100;

  private final SheetVocabulary<ProgrammeColumn> words;
  private final SimpleSummary summary;
  private final Ids ids;
  private final LocalDate today;
  private final ListedPlaces places;
  private final Function<String, @Nullable ProgrammeKind> kinds;
  private final Function<ProgrammeKind, KindText> texts;
  private final Known known;
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Map<String, Integer> claimed = new HashMap<>();

  /// What there is already.
  interface Known {
    /// Refuses a commune that is not the person's.
    void require(UUID commune);

    /// Whether a commune has a programme of a name, folded with its accents.
    boolean has(UUID commune, String nameKey);

    /// The areas that have a programme of a kind, each with its code.
    Map<String, String> taken(UUID kindId, List<UUID> areas);
  }

  /// @param kinds by code or name
  /// @param texts of a kind
  ProgrammeReading(
      SheetVocabulary<ProgrammeColumn> words,
      SimpleSummary summary,
      Ids ids,
      LocalDate today,
      ListedPlaces places,
      Function<String, @Nullable ProgrammeKind> kinds,
      Function<ProgrammeKind, KindText> texts,
      Known known) {
    this.words = words;
    this.summary = summary;
    this.ids = ids;
    this.today = today;
    this.places = places;
    this.kinds = kinds;
    this.texts = texts;
    this.known = known;
  }

  /// A new programme without its code, and the paper that launched it.
  record Listed(
      Programme programme,
      ProgrammeContent content,
      String decision,
      LocalDate on,
      @Nullable String signer) {}

  /// The new ones.
  ///
  /// @throws anbinh.platform.Problem when it is no list of programmes, or a commune in it is not
  ///   the person's
  List<Listed> read(SheetFile file) {
    List<Listed> fresh = new ArrayList<>();
    summary.read(
        file,
        words,
        cells -> {
          Listed listed = row(cells);
          if (listed != null) {
            fresh.add(listed);
            summary.added(listed.programme().name());
          }
        });
    return fresh;
  }

  private @Nullable Listed row(SheetCells<ProgrammeColumn> cells) {
    String code = cells.text(ProgrammeColumn.COMMUNE, MAX_CODE);
    Area commune = code == null ? null : places.findCommune(code).orElse(null);
    if (code != null && commune == null) {
      cells.reject(ProgrammeColumn.COMMUNE, "programme-list-commune");
    }
    List<UUID> areas = areas(commune, cells);
    String kindWord = cells.text(ProgrammeColumn.KIND, MAX_NAME);
    ProgrammeKind kind = kindWord == null ? null : kinds.apply(kindWord);
    if (kindWord != null && kind == null) {
      cells.reject(ProgrammeColumn.KIND, "programme-list-kind");
    } else if (kind != null && kind.code().equals(Programmes.LINKED_AREA)) {
      cells.reject(ProgrammeColumn.KIND, "programme-list-linked");
    }
    String name = cells.name(ProgrammeColumn.NAME, MAX_NAME);
    String goal = cells.text(ProgrammeColumn.GOAL, MAX_GOAL);
    String decision = cells.text(ProgrammeColumn.DECISION, MAX_NUMBER);
    LocalDate on = cells.day(ProgrammeColumn.DECIDED_ON);
    String signer = cells.name(ProgrammeColumn.SIGNER, MAX_SIGNER);
    personal(ProgrammeColumn.NAME, name, cells);
    personal(ProgrammeColumn.GOAL, goal, cells);
    if (on != null && on.isAfter(today)) {
      cells.reject(ProgrammeColumn.DECIDED_ON, "past-or-present");
    } else if (on != null && on.isBefore(Programmes.FIRST_DAY)) {
      cells.reject(ProgrammeColumn.DECIDED_ON, "programme-day-early", Programmes.FIRST_DAY);
    }
    if (commune == null) {
      return null;
    }
    known.require(commune.id());
    if (kind == null || name == null || decision == null || on == null || cells.wrong()) {
      return null;
    }
    String key = commune.id() + " " + FoldedText.accentedWords(name);
    Integer before = rowOf.putIfAbsent(key, cells.row());
    if (before != null) {
      cells.reject(ProgrammeColumn.NAME, "programme-list-repeated", before);
      return null;
    }
    if (known.has(commune.id(), FoldedText.accentedWords(name))) {
      summary.known();
      return null;
    }
    claim(kind, commune, areas, cells);
    return cells.wrong()
        ? null
        : new Listed(
            new Programme(
                ids.next(),
                "",
                kind.id(),
                kind.version(),
                commune.id(),
                areas,
                name,
                ProgrammeState.LAUNCHED,
                1,
                on,
                null,
                false,
                null),
            content(kind, goal),
            decision,
            on,
            signer);
  }

  private List<UUID> areas(@Nullable Area commune, SheetCells<ProgrammeColumn> cells) {
    String list = cells.text(ProgrammeColumn.VILLAGES, MAX_LIST);
    if (commune == null) {
      return List.of();
    }
    if (list == null) {
      return List.of(commune.id());
    }
    List<UUID> areas = new ArrayList<>();
    List<String> named =
        Arrays.stream(list.split(";", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    for (String place : named.isEmpty() ? List.of(list) : named) {
      Area village = places.findVillage(commune, place).orElse(null);
      if (village == null) {
        cells.reject(ProgrammeColumn.VILLAGES, "programme-list-village", place, commune.name());
      } else if (!areas.contains(village.id())) {
        areas.add(village.id());
      }
    }
    if (areas.size() > MAX_AREAS) {
      cells.reject(ProgrammeColumn.VILLAGES, "programme-list-areas", MAX_AREAS);
    }
    return areas;
  }

  /// One of a kind in an area, among those that there are and those of the list.
  private void claim(
      ProgrammeKind kind, Area commune, List<UUID> areas, SheetCells<ProgrammeColumn> cells) {
    int row = cells.row();
    Map<String, String> taken = known.taken(kind.id(), areas);
    if (!taken.isEmpty()) {
      cells.reject(
          ProgrammeColumn.VILLAGES, "programme-list-taken", String.join(", ", taken.keySet()));
    }
    boolean whole = areas.contains(commune.id());
    Integer wholeRow = claimed.get(kind.id() + " whole " + commune.id());
    Integer anyRow = claimed.putIfAbsent(kind.id() + " any " + commune.id(), row);
    Integer other = whole ? anyRow : wholeRow;
    for (UUID area : areas) {
      Integer before = claimed.putIfAbsent(kind.id() + " " + area, row);
      other = before == null ? other : before;
    }
    if (whole) {
      claimed.putIfAbsent(kind.id() + " whole " + commune.id(), row);
    }
    if (other != null) {
      cells.reject(ProgrammeColumn.VILLAGES, "programme-list-row", other);
    }
  }

  private static void personal(
      ProgrammeColumn column, @Nullable String text, SheetCells<ProgrammeColumn> cells) {
    var problems = new FieldProblems();
    ProgrammeText.requireNoNumbers(column.code(), text, problems);
    problems.forEach(each -> cells.reject(column, each.code()));
  }

  private ProgrammeContent content(ProgrammeKind kind, @Nullable String goal) {
    KindText text = texts.apply(kind);
    return new ProgrammeContent(
        goal == null ? text.goal() : goal,
        text.rules(),
        text.criteria(),
        kind.partners().stream().map(each -> new ProgrammePartner(each, null, null)).toList(),
        kind.indicators());
  }
}
