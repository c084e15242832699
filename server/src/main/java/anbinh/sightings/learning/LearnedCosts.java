package anbinh.sightings.learning;

import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a misreading costs at this site, as far as that was learned, by what read and before which
/// camera. Safe for many threads.
///
/// What was counted of a camera is shrunk towards what was counted of its model before all cameras,
/// and that towards what is known of all readers ([ReadingCosts#learn]): an empirical Bayes
/// estimate by additive smoothing. A camera of which little was counted has the costs of its model.
///
/// No cost is above what is known of all readers ([ReadingCosts#DEFAULT]), so that nothing is lost
/// that was found before; and what was counted a few times is taken for chance, so that a few who
/// confirm passes change nothing.
@Component
public class LearnedCosts {
  /// Of fewer characters nothing is learned, of a model and of a camera alike.
  static final long MIN_CHARACTERS = 5_000;

  /// A confusion that was counted less often is chance.
  static final long MIN_COUNT = 10;

  private final ConfusionTable table;
  private volatile @Nullable ReaderCosts known;

  LearnedCosts(ConfusionTable table) {
    this.table = table;
  }

  /// The costs as they were when readings were counted last, which is hourly: the order of hits is
  /// the same from page to page until then.
  public ReaderCosts current() {
    ReaderCosts last = known;
    return last == null ? refresh() : last;
  }

  /// Learns of what was counted since.
  ReaderCosts refresh() {
    ReaderCosts costs =
        learned(table.listModels(MIN_COUNT), table.listCameras(MIN_COUNT, MIN_CHARACTERS));
    known = costs;
    return costs;
  }

  /// @param models what was counted of each before all cameras
  /// @param cameras what was counted of a model before one camera
  static ReaderCosts learned(
      Map<String, List<Confusion>> models, Map<Reader, List<Confusion>> cameras) {
    Map<String, ReadingCosts> shares = new HashMap<>();
    Map<String, Map<String, ReadingCosts>> byCamera = new HashMap<>();
    models.forEach((model, counted) -> {
      ConfusionCounts counts = counts(counted);
      if (isEnough(counts)) {
        shares.put(model, ReadingCosts.DEFAULT.learn(counts));
        byCamera.put(model, new HashMap<>());
      }
    });
    cameras.forEach((reader, counted) -> {
      ReadingCosts share = shares.get(reader.model());
      Map<String, ReadingCosts> ofModel = byCamera.get(reader.model());
      ConfusionCounts counts = counts(counted);
      if (share != null && ofModel != null && isEnough(counts)) {
        ReadingCosts own = capped(share.learn(counts));
        if (!own.isSame(capped(share))) {
          ofModel.put(reader.cameraId().toString(), own);
        }
      }
    });
    Map<String, ReaderCosts.Model> learned = new HashMap<>();
    shares.forEach((model, share) ->
        learned.put(
            model, new ReaderCosts.Model(capped(share), byCamera.getOrDefault(model, Map.of()))));
    return new ReaderCosts(learned);
  }

  private static ReadingCosts capped(ReadingCosts costs) {
    return costs.orLess(ReadingCosts.DEFAULT);
  }

  private static ConfusionCounts counts(List<Confusion> counted) {
    ConfusionCounts counts = new ConfusionCounts();
    counts.add(counted.stream().filter(each -> each.count() >= MIN_COUNT).toList());
    return counts;
  }

  private static boolean isEnough(ConfusionCounts counts) {
    return counts.standing() >= MIN_CHARACTERS;
  }

  /// Learns from what an investigator says of a pass. Nothing is learned where a character of what
  /// was remembered is not known, or no plate was read.
  ///
  /// @param remembered the plate that was searched for
  /// @param confirmed whether the pass is of the vehicle that was searched for
  /// @return whether something was learned
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean learn(PlatePattern remembered, Sighting sighting, boolean confirmed) {
    if (!remembered.isWhole()
        || sighting.readings().isEmpty()
        || !PlateCode.fits(sighting.readings().getFirst().text())) {
      return false;
    }
    ConfusionCounts counts = new ConfusionCounts();
    long reading = PlateCode.of(sighting.readings().getFirst().text());
    if (confirmed) {
      counts.confirm(remembered.beginning(), reading);
    } else {
      counts.reject(remembered.beginning(), reading);
    }
    table.add(Map.of(new Reader(sighting.model(), sighting.cameraId()), counts));
    return true;
  }
}
