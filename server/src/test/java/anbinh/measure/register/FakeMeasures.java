package anbinh.measure.register;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.VILLAGE;

import anbinh.measure.kind.MeasureKind;
import anbinh.measure.register.Measure.Recorded;
import anbinh.measure.register.Measure.Span;
import anbinh.measure.register.MeasureContent.MeasurePaper;
import anbinh.platform.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Measures of a commune in memory; MeasuresIT runs the real ones. Today is 26 November 2026.
public final class FakeMeasures extends MeasureTable {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  public static final String NAME = "Lò Văn Thuận";

  private final Map<UUID, Measure> rows = new LinkedHashMap<>();
  private final Map<UUID, MeasureContent> contents = new HashMap<>();
  private final Map<UUID, List<Step>> steps = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeMeasures(Path folder) {
    super(null, DataFolder.beside(folder));
  }

  /// One that is about [#NAME], which somebody keeps who recorded it.
  public Measure add(
      UUID keeper,
      MeasureState state,
      LocalDate until,
      boolean minor,
      Measure.@Nullable Waiting waiting,
      @Nullable Instant erased) {
    int number = rows.size() + 1;
    var one =
        new Measure(
            new UUID(5, number),
            "BP-2026-00000" + number,
            MeasureKind.COMMUNE_EDUCATION,
            COMMUNE,
            minor,
            state,
            new Span(LocalDate.of(2026, 6, 1), until, until.plusMonths(1)),
            waiting,
            3,
            keeper,
            new Recorded(keeper, Instant.parse("2026-11-20T03:00:00Z")),
            null,
            null,
            erased);
    rows.put(one.id(), one);
    if (erased == null) {
      var paper = new MeasurePaper("12/QĐ-UBND", "Chủ tịch xã", LocalDate.of(2026, 5, 20));
      contents.put(
          one.id(),
          new MeasureContent(NAME, VILLAGE, paper, "Điều 90", List.of(), null, List.of()));
    }
    return one;
  }

  public Measure put(Measure one) {
    rows.put(one.id(), one);
    return one;
  }

  MeasureContent content(Measure one) {
    return findContent(one.id()).orElseThrow();
  }

  @Override
  public Optional<Measure> find(UUID id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<Measure> findForUpdate(UUID id) {
    return find(id);
  }

  @Override
  public Optional<Measure> find(String code) {
    return rows.values().stream().filter(each -> each.code().equals(code)).findFirst();
  }

  @Override
  public Optional<MeasureContent> findContent(UUID id) {
    return Optional.ofNullable(contents.get(id));
  }

  @Override
  void saveTasks(UUID id, MeasureContent content) {
    contents.put(id, content);
  }

  @Override
  void keeper(UUID id, UUID keeper) {
    rows.computeIfPresent(
        id,
        (_, one) ->
            new Measure(
                id,
                one.code(),
                one.kind(),
                one.communeId(),
                one.minor(),
                one.state(),
                one.span(),
                one.waiting(),
                one.version(),
                keeper,
                one.recorded(),
                one.confirmed(),
                one.nextOn(),
                one.erasedAt()));
  }

  @Override
  Optional<UUID> findRule(UUID id) {
    return Optional.empty();
  }

  @Override
  void addStep(UUID id, Step step) {
    steps.computeIfAbsent(id, _ -> new ArrayList<>()).add(step);
  }

  @Override
  List<Step> listSteps(UUID id) {
    return List.copyOf(steps.getOrDefault(id, List.of()));
  }
}
