package anbinh.demo;

import anbinh.areas.AreaKind;
import anbinh.cameras.Camera;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.OwnerKind;
import anbinh.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the demonstration consists of, read from `demo/demonstration.json`: areas, people,
/// simulated cameras and cameras of the community, all invented and all named as simulated.
///
/// @param password of all its people; shown on the first page
/// @param neighboursContact of every owner of a community camera
public record Script(
    List<AreaLine> areas,
    List<PersonLine> people,
    String password,
    List<SceneLine> scenes,
    OwnerContact neighboursContact,
    List<NeighbourLine> neighbours) {
  public Script {
    areas = List.copyOf(areas);
    people = List.copyOf(people);
    scenes = List.copyOf(scenes);
    neighbours = List.copyOf(neighbours);
  }

  /// @param parent the code of the area above, named before
  public record AreaLine(String code, String name, AreaKind kind, @Nullable String parent) {}

  /// @param area the code of theirs; null for the whole site
  public record PersonLine(
      String username, String displayName, Set<Role> roles, @Nullable String area) {
    public PersonLine {
      roles = Set.copyOf(roles);
    }
  }

  /// @param headwayMillis between vehicles
  /// @param analysed whether its footage is analysed: its traffic is slight, so that any machine
  ///   keeps up
  /// @param sky colour, RRGGBB
  /// @param ground colour, RRGGBB
  public record SceneLine(
      String path,
      String name,
      String area,
      long seed,
      int lanes,
      int headwayMillis,
      boolean analysed,
      String sky,
      String ground,
      double latitude,
      double longitude,
      int directionDegrees,
      int angleDegrees,
      int rangeMetres) {
    public Camera.Place place() {
      return new Camera.Place(latitude, longitude, directionDegrees, angleDegrees, rangeMetres);
    }
  }

  /// A camera of the community near the scenes, with an owner who is as made up.
  ///
  /// @param consent what the owner stated, the newest last
  public record NeighbourLine(
      String reference,
      String name,
      String area,
      OwnerKind ownerKind,
      int keepDays,
      double latitude,
      double longitude,
      @Nullable Integer directionDegrees,
      @Nullable Integer angleDegrees,
      @Nullable Integer rangeMetres,
      List<ConsentStatement.What> consent) {
    public NeighbourLine {
      consent = List.copyOf(consent);
    }

    public Camera.Place place() {
      return new Camera.Place(latitude, longitude, directionDegrees, angleDegrees, rangeMetres);
    }
  }

  /// The one that the server brings, read when it is first used.
  public static Script get() {
    return Read.SCRIPT;
  }

  private static final class Read {
    static final Script SCRIPT = read();
  }

  private static Script read() {
    try (InputStream source = Script.class.getResourceAsStream("/demo/demonstration.json")) {
      return JsonMapper.builder().build().readValue(source, Script.class);
    } catch (IOException failure) {
      throw new UncheckedIOException("the demonstration's script cannot be read", failure);
    }
  }
}
