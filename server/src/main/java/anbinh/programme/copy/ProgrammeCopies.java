package anbinh.programme.copy;

import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.sql.ShortCodes;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.kind.ProgrammeText;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeContent;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable;
import anbinh.programme.lifecycle.Programmes;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proposes a programme in other areas, in all of them or in none; rights are the caller's to
/// check. Safe for many threads.
@Component
public class ProgrammeCopies {
  private static final int MAX_AREAS = 30;
  private static final int MAX_NAME = 160;
  private static final String AREA = "{area}";

  private final ProgrammeTable table;
  private final ProgrammeVersionTable versions;
  private final Programmes run;
  private final ProgrammeAreas areas;
  private final Areas names;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  ProgrammeCopies(
      ProgrammeTable table,
      ProgrammeVersionTable versions,
      Programmes run,
      ProgrammeAreas areas,
      Areas names,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.versions = versions;
    this.run = run;
    this.areas = areas;
    this.names = names;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  /// @param version the text that was seen
  /// @param areaIds each gets a programme of its own: villages, or communes as a whole
  /// @param name what each is to be called, `{area}` standing for its area; null to keep the name
  /// @param rules which to keep, by their place from 0
  /// @param criteria which to keep, by their place from 0; one at least
  public record NewCopies(
      @NotNull @Min(1) Integer version,
      @NotEmpty @Size(max = MAX_AREAS) List<@NotNull UUID> areaIds,
      @Nullable @Size(max = 120) String name,
      @NotNull @Size(max = 30) List<@NotNull @Min(0) Integer> rules,
      @NotEmpty @Size(max = 30) List<@NotNull @Min(0) Integer> criteria) {}

  /// Proposes one in each area. Organisations are kept by what they are, since another place has
  /// others.
  @Transactional
  public List<Programme> copy(UUID id, NewCopies requested, Person by) {
    List<UUID> targets = requested.areaIds().stream().distinct().toList();
    Map<UUID, UUID> communes = communes(targets);
    new TreeSet<>(communes.values()).forEach(table::lockForUpdate);
    Programme source = run.lockForUpdate(id);
    if (source.launchedOn() == null || source.state() == ProgrammeState.ENDED) {
      throw Programmes.wrongState(source);
    }
    if (source.version() != requested.version()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_OTHER_VERSION, source.code());
    }
    ProgrammeContent content = versions.get(id, source.version()).content();
    var problems = new FieldProblems();
    List<String> rules = chosen("rules", requested.rules(), content.rules(), problems);
    List<String> criteria = chosen("criteria", requested.criteria(), content.criteria(), problems);
    @Nullable String name = ProgrammeText.optional("name", requested.name(), problems);
    for (int i = 0; i < targets.size(); i++) {
      Map<String, String> taken =
          areas.taken(source.kindId(), List.of(targets.get(i)), new UUID(0, 0));
      if (!taken.isEmpty()) {
        problems.reject("areaIds[" + i + "]", "programme-area-taken", ProgrammeAreas.line(taken));
      }
      UUID commune = communes.get(targets.get(i));
      if (!targets.get(i).equals(commune) && commune != null && targets.contains(commune)) {
        problems.reject("areaIds[" + i + "]", "programme-commune-chosen");
      }
    }
    problems.requireNone();
    var kept =
        new ProgrammeContent(
            content.goal(),
            rules,
            criteria,
            content.partners().stream()
                .map(each -> new ProgrammePartner(each.kind(), null, null))
                .distinct()
                .toList(),
            content.indicators());
    Map<UUID, String> places = names.names(targets);
    List<Programme> made = new ArrayList<>();
    for (UUID target : targets) {
      UUID commune = communes.get(target);
      made.add(
          new Programme(
              ids.next(),
              codes.next(Programmes.CODE_PREFIX),
              source.kindId(),
              source.kindVersion(),
              commune == null ? target : commune,
              List.of(target),
              name == null
                  ? source.name()
                  : cut(name.replace(AREA, places.getOrDefault(target, ""))),
              ProgrammeState.PROPOSED,
              1,
              null,
              null,
              false,
              source.id()));
    }
    made.forEach(each -> run.add(each, kept, by));
    log.record(
        Programmes.event(ProgrammeEvent.COPIED, source, by)
            .fact("areas", targets)
            .fact("version", source.version()));
    return made;
  }

  /// The commune of each area; one that is no village or commune of today is a problem.
  public Map<UUID, UUID> communes(List<UUID> targets) {
    Map<UUID, UUID> communes = new HashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      String field = "areaIds[" + i + "]";
      communes.put(
          targets.get(i),
          areas
              .communeOf(targets.get(i))
              .orElseThrow(() -> Problem.invalid(field, "programme-area")));
    }
    return communes;
  }

  private static String cut(String name) {
    return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
  }

  private static List<String> chosen(
      String field, List<Integer> places, List<String> texts, FieldProblems problems) {
    List<String> chosen = new ArrayList<>();
    for (int place : new TreeSet<>(places)) {
      if (place < texts.size()) {
        chosen.add(texts.get(place));
      } else {
        problems.reject(field, "programme-no-such-line", place + 1);
      }
    }
    return chosen;
  }
}
