package anbinh.situation.report;

import anbinh.platform.DataFolder;
import anbinh.situation.deadlines.FakeSituations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of [FakeSituations]; SituationsIT runs the real ones.
public final class FakeSituationTable extends SituationTable {
  /// Those whose content was read, among others.
  public final List<UUID> read = new ArrayList<>();

  private final FakeSituations situations;

  @SuppressWarnings("NullAway") // there is no database
  public FakeSituationTable(Path folder, FakeSituations situations) {
    super(null, DataFolder.beside(folder));
    this.situations = situations;
  }

  @Override
  public Optional<Situation> find(UUID id) {
    return situations.find(id);
  }

  @Override
  public Optional<SituationContent> findContent(UUID id) {
    return situations.find(id).map(situations::content);
  }

  @Override
  public Map<UUID, SituationContent> contents(Collection<UUID> some) {
    read.addAll(some);
    return some.stream()
        .collect(Collectors.toMap(each -> each, each -> findContent(each).orElseThrow()));
  }

  @Override
  public Map<UUID, String> contentHashes(Collection<UUID> some) {
    return some.stream()
        .collect(
            Collectors.toMap(
                each -> each, each -> String.valueOf(findContent(each).orElseThrow().hashCode())));
  }

  @Override
  public List<Situation> listMergedInto(UUID id) {
    return situations.listMergedInto(id);
  }

  @Override
  public Map<UUID, Integer> countMerged(Collection<UUID> some) {
    return some.stream()
        .distinct()
        .collect(Collectors.toMap(each -> each, each -> listMergedInto(each).size()));
  }
}
