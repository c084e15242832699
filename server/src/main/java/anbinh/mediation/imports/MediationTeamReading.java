package anbinh.mediation.imports;

import anbinh.areas.Area;
import anbinh.areas.ListedPlaces;
import anbinh.mediation.imports.MediatorColumn.Gender;
import anbinh.mediation.imports.MediatorColumn.Position;
import anbinh.mediation.imports.MediatorColumn.Said;
import anbinh.mediation.team.ListedTeam;
import anbinh.mediation.team.ListedTeam.ListedMediator;
import anbinh.mediation.team.MediationTeam;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.sheet.SheetCells;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.platform.sheet.SimpleSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list of mediation teams by all rules; it writes nothing. The team of a village that
/// there is, recognised or proposed, is left as it is. Not thread-safe.
final class MediationTeamReading {
  private static final int MAX_CODE = 64;
  private static final int MAX_PLACE = 200;
  private static final int MAX_NAME = 120;
  private static final int MAX_NUMBER = 120;

  private final SheetVocabulary<MediatorColumn> words;
  private final SimpleSummary summary;
  private final Ids ids;
  private final LocalDate today;
  private final ListedPlaces places;
  private final Consumer<UUID> right;
  private final Function<Set<UUID>, Set<UUID>> known;

  /// @param right refuses a village that is not the person's
  /// @param known those of some villages that have a team
  MediationTeamReading(
      SheetVocabulary<MediatorColumn> words,
      SimpleSummary summary,
      Ids ids,
      LocalDate today,
      ListedPlaces places,
      Consumer<UUID> right,
      Function<Set<UUID>, Set<UUID>> known) {
    this.words = words;
    this.summary = summary;
    this.ids = ids;
    this.today = today;
    this.places = places;
    this.right = right;
    this.known = known;
  }

  /// A row whose village could be told.
  private record Read(
      SheetCells<MediatorColumn> cells,
      @Nullable String name,
      @Nullable Gender gender,
      @Nullable Position position,
      @Nullable String decision,
      @Nullable LocalDate on,
      @Nullable Said minority) {
    @Override
    public String toString() {
      return "Read[row=" + cells.row() + "]";
    }
  }

  /// The new teams.
  ///
  /// @throws anbinh.platform.Problem when it is no list of mediation teams, or a village in it is
  ///   not the person's
  List<ListedTeam> read(SheetFile file) {
    Map<Area, List<Read>> byVillage = new LinkedHashMap<>();
    summary.read(
        file,
        words,
        cells -> {
          Area village = village(cells);
          var read = row(cells);
          if (village != null) {
            if (!byVillage.containsKey(village)) {
              right.accept(village.id());
            }
            byVillage.computeIfAbsent(village, _ -> new ArrayList<>()).add(read);
          }
        });
    Map<UUID, Area> villages = new HashMap<>();
    byVillage.keySet().forEach(each -> villages.put(each.id(), each));
    Set<UUID> there = known.apply(villages.keySet());
    List<ListedTeam> fresh = new ArrayList<>();
    byVillage.forEach((village, own) -> {
      if (there.contains(village.id())) {
        summary.known();
      } else {
        team(village, own, fresh);
      }
    });
    return fresh;
  }

  private @Nullable Area village(SheetCells<MediatorColumn> cells) {
    String code = cells.text(MediatorColumn.COMMUNE, MAX_CODE);
    String place = cells.text(MediatorColumn.VILLAGE, MAX_PLACE);
    Area commune = code == null ? null : places.findCommune(code).orElse(null);
    if (code != null && commune == null) {
      cells.reject(MediatorColumn.COMMUNE, "team-list-commune");
    }
    if (commune == null || place == null) {
      return null;
    }
    Area village = places.findVillage(commune, place).orElse(null);
    if (village == null) {
      cells.reject(MediatorColumn.VILLAGE, "group-list-village", place, commune.name());
    }
    return village;
  }

  private Read row(SheetCells<MediatorColumn> cells) {
    var read =
        new Read(
            cells,
            cells.name(MediatorColumn.NAME, MAX_NAME),
            cells.choice(MediatorColumn.GENDER, Gender.class),
            cells.choice(MediatorColumn.POSITION, Position.class),
            cells.text(MediatorColumn.DECISION, MAX_NUMBER),
            cells.day(MediatorColumn.DECIDED_ON),
            cells.choice(MediatorColumn.MINORITY_AREA, Said.class));
    if (read.on() != null && read.on().isAfter(today)) {
      cells.reject(MediatorColumn.DECIDED_ON, "past-or-present");
    }
    return read;
  }

  /// What the law wants of a team (articles 12.1 and 14.1), named at its first row.
  private void team(Area village, List<Read> own, List<ListedTeam> fresh) {
    Map<String, Integer> names = new HashMap<>();
    for (Read each : own) {
      if (each.name() != null) {
        Integer before =
            names.putIfAbsent(FoldedText.accentedWords(each.name()), each.cells().row());
        if (before != null) {
          each.cells().reject(MediatorColumn.NAME, "group-list-repeated", before);
        }
      }
    }
    Read first = own.getFirst();
    if (own.size() < MediationTeam.MIN_MEDIATORS) {
      first
          .cells()
          .reject(MediatorColumn.VILLAGE, "mediator-list-few", MediationTeam.MIN_MEDIATORS);
    }
    // A cell that could not be read is named by itself: what it would say is not guessed.
    if (own.stream().allMatch(each -> each.gender() == Gender.MALE)) {
      first.cells().reject(MediatorColumn.VILLAGE, "woman-missing");
    }
    long leaders = own.stream().filter(each -> each.position() == Position.LEADER).count();
    boolean anyUnread = own.stream().anyMatch(each -> each.position() == null);
    if (leaders > 1 || (leaders == 0 && !anyUnread)) {
      first.cells().reject(MediatorColumn.VILLAGE, "one-leader");
    }
    if (own.stream().anyMatch(each -> each.cells().wrong())) {
      return;
    }
    UUID id = ids.next();
    fresh.add(
        new ListedTeam(
            id,
            village.id(),
            own.stream().anyMatch(each -> each.minority() == Said.YES),
            own.stream().map(this::mediator).toList()));
    summary.added(village.name());
  }

  private ListedMediator mediator(Read read) {
    return new ListedMediator(
        ids.next(),
        Objects.requireNonNull(read.name()),
        read.gender() == Gender.FEMALE,
        read.position() == Position.LEADER,
        Objects.requireNonNull(read.decision()),
        Objects.requireNonNull(read.on()));
  }
}
