package anbinh.evidence.collect.footage;

import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The file `sightings.json`: what programs read of the plates of those that pass in each clip. It
/// is a help for finding a place in the clip, and evidence of nothing.
///
/// @param cameras those in whose clips something passes
public record SightingsFile(String format, String explanation, List<CameraPart> cameras) {
  public static final String FORMAT = "anbinh.sightings/1";
  private static final String EXPLANATION =
      "What programs saw pass in the clips, and what they read of number plates. A reading is not a"
          + " fact: it may be wrong, or of another vehicle. Look at the pictures. What no program"
          + " saw is not here.";

  public SightingsFile {
    cameras = List.copyOf(cameras);
  }

  /// @param clip path below `data/`
  /// @param passes in the order of their times
  public record CameraPart(UUID cameraId, String code, String clip, List<Pass> passes) {
    public CameraPart {
      passes = List.copyOf(passes);
    }
  }

  /// @param best when the picture was taken from which the plate was read
  /// @param kind of vehicle, or a person; absent where it is not known
  /// @param colours none where they are not known
  /// @param direction as the camera sees it; absent where it is not known
  /// @param readings of the plate, the surest first
  /// @param weakness why the readings cannot be relied on; absent where nothing says so
  /// @param model what read it, and its version
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pass(
      Instant from,
      Instant to,
      Instant best,
      @Nullable String kind,
      List<String> colours,
      @Nullable String direction,
      List<PlateReading> readings,
      @Nullable String weakness,
      String model) {
    public Pass {
      colours = List.copyOf(colours);
      readings = List.copyOf(readings);
    }

    public static Pass of(Sighting sighting) {
      return new Pass(
          sighting.fromAt(),
          sighting.toAt(),
          sighting.bestAt(),
          name(sighting.objectClass()),
          sighting.colours().stream().map(Enum::name).sorted().toList(),
          name(sighting.direction()),
          sighting.readings(),
          name(sighting.weakness()),
          sighting.model());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
      return value == null ? null : value.name();
    }
  }

  public static SightingsFile of(List<CameraPart> cameras) {
    return new SightingsFile(
        FORMAT, EXPLANATION, cameras.stream().filter(each -> !each.passes().isEmpty()).toList());
  }

  /// What is said of a camera's clip; empty where nothing passes in it.
  public Optional<CameraPart> find(UUID cameraId) {
    return cameras.stream().filter(each -> each.cameraId().equals(cameraId)).findFirst();
  }

  public static SightingsFile read(String json) {
    return PackageJson.MAPPER.readValue(json, SightingsFile.class);
  }

  public String write() {
    return PackageJson.write(this);
  }
}
