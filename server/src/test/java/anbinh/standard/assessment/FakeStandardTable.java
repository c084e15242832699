package anbinh.standard.assessment;

import anbinh.platform.DataFolder;
import anbinh.standard.StandardException;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Assessments in memory; StandardIT runs the real table.
public final class FakeStandardTable extends StandardTable {
  private final Map<UUID, Assessment> assessments = new LinkedHashMap<>();
  private final Map<UUID, List<StandardStep>> steps = new HashMap<>();
  private final Map<UUID, MeetingMinutes> minutes = new HashMap<>();
  private final List<ExceptionRow> exceptions = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeStandardTable(DataFolder data) {
    super(null, data);
  }

  public void put(Assessment assessment) {
    assessments.put(assessment.id(), assessment);
  }

  @Override
  void insert(Assessment assessment) {
    put(assessment);
  }

  private Optional<Assessment> find(Predicate<Assessment> requested) {
    return assessments.values().stream().filter(requested).findFirst();
  }

  @Override
  Optional<Assessment> find(UUID id) {
    return find(each -> each.id().equals(id));
  }

  @Override
  Optional<Assessment> findForUpdate(UUID id) {
    return find(id);
  }

  @Override
  public Optional<Assessment> find(UUID areaId, int year) {
    return find(each -> each.areaId().equals(areaId) && each.year() == year);
  }

  @Override
  public Map<UUID, Assessment> ofYear(int year) {
    return assessments.values().stream()
        .filter(each -> each.year() == year)
        .collect(Collectors.toMap(Assessment::areaId, each -> each));
  }

  @Override
  public Map<UUID, Assessment> ofYear(int year, Collection<UUID> areas) {
    Map<UUID, Assessment> found = new HashMap<>(ofYear(year));
    found.keySet().retainAll(areas);
    return found;
  }

  @Override
  void move(UUID id, StandardState state, @Nullable StandardOutcome outcome, int round) {
    Assessment of = find(id).orElseThrow();
    put(
        new Assessment(
            id,
            of.code(),
            of.areaId(),
            of.kind(),
            of.year(),
            of.authorityId(),
            of.registered(),
            of.registrable(),
            of.partyOrganisation(),
            of.plan(),
            state,
            outcome,
            round));
  }

  @Override
  void add(UUID assessment, StandardStep step) {
    steps.computeIfAbsent(assessment, _ -> new ArrayList<>()).add(step);
  }

  @Override
  List<StandardStep> steps(UUID assessment) {
    return List.copyOf(steps.getOrDefault(assessment, List.of()));
  }

  @Override
  void add(UUID step, MeetingMinutes added) {
    minutes.put(step, added);
  }

  @Override
  Map<UUID, MeetingMinutes> minutes(UUID assessment) {
    return steps(assessment).stream()
        .filter(each -> minutes.containsKey(each.id()))
        .collect(Collectors.toMap(StandardStep::id, each -> minutes.get(each.id())));
  }

  @Override
  void add(UUID step, Contradiction of, String reason) {
    exceptions.add(new ExceptionRow(step, of, reason));
  }

  @Override
  List<ExceptionRow> exceptions(UUID assessment) {
    List<UUID> own = steps(assessment).stream().map(StandardStep::id).toList();
    return exceptions.stream().filter(each -> own.contains(each.step())).toList();
  }

  @Override
  public Map<UUID, List<StandardException>> exceptionsOfYear(int year) {
    return Map.of();
  }
}
