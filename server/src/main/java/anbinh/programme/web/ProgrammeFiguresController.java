package anbinh.programme.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Figure;
import anbinh.platform.SiteClock;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.web.ProgrammeFigures.Tally;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/programmes/figures`: how many there are of each kind, or in each commune.
@RestController
class ProgrammeFiguresController {
  private final ProgrammeFigures figures;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final Areas areas;
  private final Access access;
  private final SiteClock clock;

  ProgrammeFiguresController(
      ProgrammeFigures figures,
      ProgrammeKinds kinds,
      KindTexts texts,
      Areas areas,
      Access access,
      SiteClock clock) {
    this.figures = figures;
    this.kinds = kinds;
    this.texts = texts;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /// Over what the lines are summed.
  enum ProgrammeFigureLevel {
    KIND,
    COMMUNE
  }

  /// @param id of the kind or the commune
  /// @param attended counted anew each time; small ones hidden from who does not work there
  record ProgrammeFigureLine(
      UUID id,
      String name,
      long proposed,
      long running,
      long dormant,
      long ended,
      long copied,
      long recommended,
      long assessed,
      long activities,
      Figure attended) {}

  record ProgrammeFiguresView(int year, boolean exact, List<ProgrammeFigureLine> lines) {
    ProgrammeFiguresView {
      lines = List.copyOf(lines);
    }
  }

  /// @param year whose activities are counted; this one where none is said
  @GetMapping("/api/programmes/figures")
  ProgrammeFiguresView figures(
      @RequestParam(required = false) @Nullable @Min(2000) @Max(2199) Integer year,
      @RequestParam(defaultValue = "KIND") ProgrammeFigureLevel level) {
    Person reader = access.require(ProgrammeAccess.FIGURES);
    boolean exact = reader.has(Role.COMMUNITY_OFFICER) || reader.has(Role.AUDITOR);
    int of = year == null ? clock.today().getYear() : year;
    List<Tally> tallies = figures.list(of, access.scope(reader, ProgrammeAccess.FIGURES));
    Map<UUID, List<Tally>> groups =
        tallies.stream()
            .collect(
                Collectors.groupingBy(
                    level == ProgrammeFigureLevel.KIND ? Tally::kindId : Tally::communeId));
    Map<UUID, String> names = names(level, groups);
    return new ProgrammeFiguresView(
        of,
        exact,
        groups.entrySet().stream()
            .map(each ->
                line(each.getKey(), names.getOrDefault(each.getKey(), ""), each.getValue(), exact))
            .sorted(Comparator.comparing(ProgrammeFigureLine::name))
            .toList());
  }

  private Map<UUID, String> names(ProgrammeFigureLevel level, Map<UUID, List<Tally>> groups) {
    return switch (level) {
      case COMMUNE -> areas.names(groups.keySet());
      case KIND ->
          kinds.find(groups.keySet()).values().stream()
              .collect(Collectors.toMap(ProgrammeKind::id, each -> texts.text(each).name()));
    };
  }

  private static ProgrammeFigureLine line(UUID id, String name, List<Tally> some, boolean exact) {
    return new ProgrammeFigureLine(
        id,
        name,
        some.stream().mapToLong(Tally::proposed).sum(),
        some.stream().mapToLong(Tally::running).sum(),
        some.stream().mapToLong(Tally::dormant).sum(),
        some.stream().mapToLong(Tally::ended).sum(),
        some.stream().mapToLong(Tally::copied).sum(),
        some.stream().mapToLong(Tally::recommended).sum(),
        some.stream().mapToLong(Tally::assessed).sum(),
        some.stream().mapToLong(Tally::activities).sum(),
        Figure.of(some.stream().mapToLong(Tally::attended).sum(), exact));
  }
}
