package anbinh.sightings.analysis;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.recording.FootageFile;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.sightings.source.SightingSource.Kind;
import anbinh.sightings.source.SightingSources;
import anbinh.sightings.store.NewSighting;
import anbinh.sightings.store.SightingStream;
import anbinh.vision.pass.Pass;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores what became of units: passes and position in one transaction. Safe for many threads.
@Component
class AnalysisResults {
  private final AnalysisTable table;
  private final SightingStream stream;
  private final SightingSources sources;
  private final Cameras cameras;

  AnalysisResults(
      AnalysisTable table, SightingStream stream, SightingSources sources, Cameras cameras) {
    this.table = table;
    this.stream = stream;
    this.sources = sources;
    this.cameras = cameras;
  }

  @Transactional
  public void store(AnalysisOutcome outcome) {
    AnalysisUnit unit = outcome.unit();
    Reason failure = outcome.failure();
    if (unit != null && unit.isRepeated()) {
      if (failure != null) {
        table.setNotFollowed(outcome.cameraId());
      }
      return; // Its passes are stored already.
    }
    append(outcome.cameraId(), outcome.passes());
    if (unit != null) {
      table.move(unit.cameraId(), unit.file().span(), failure == null);
      if (failure != null) {
        table.addNotAnalysed(unit.cameraId(), unit.file().span(), failure);
      }
      outcome.leftOut().stream()
          .map(unit.file().span()::intersect)
          .filter(span -> !span.isEmpty())
          .forEach(span -> table.addNotAnalysed(unit.cameraId(), span, Reason.CRASHED));
    }
  }

  private void append(UUID cameraId, List<Pass> passes) {
    if (passes.isEmpty()) {
      return;
    }
    Camera camera = cameras.get(cameraId);
    List<NewSighting> sightings =
        passes.stream()
            .filter(pass -> !PassMapper.isLettering(pass))
            .map(pass -> PassMapper.sighting(pass, cameraId, camera.areaId()))
            .toList();
    stream.append(sources.get(Kind.BUILT_IN), sightings);
    table.countLettering(cameraId, passes.size() - sightings.size());
  }

  /// Passes over files, since analysis lags.
  @Transactional
  public void skip(List<FootageFile> files) {
    for (FootageFile file : files) {
      table.move(file.cameraId(), file.span(), false);
      table.addNotAnalysed(file.cameraId(), file.span(), Reason.LAG);
    }
  }
}
