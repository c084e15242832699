package anbinh.demo;

import anbinh.areas.AreaKind;
import anbinh.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the demonstration consists of, read from `demo/demonstration.json`: areas, people and
/// simulated cameras, all invented and all named as simulated.
///
/// @param password of all its people; shown on the first page
public record Script(
    List<AreaLine> areas, List<PersonLine> people, String password, List<SceneLine> scenes) {
  public Script {
    areas = List.copyOf(areas);
    people = List.copyOf(people);
    scenes = List.copyOf(scenes);
  }

  /// @param parent the code of the area above, named before
  public record AreaLine(String code, String name, AreaKind kind, @Nullable String parent) {}

  public record PersonLine(String username, String displayName, Set<Role> roles, String area) {
    public PersonLine {
      roles = Set.copyOf(roles);
    }
  }

  /// @param sky colour, RRGGBB
  /// @param ground colour, RRGGBB
  public record SceneLine(
      String path,
      String name,
      String area,
      long seed,
      int lanes,
      String sky,
      String ground,
      double latitude,
      double longitude,
      int directionDegrees) {}

  public static Script read() {
    try (InputStream source = Script.class.getResourceAsStream("/demo/demonstration.json")) {
      return JsonMapper.builder().build().readValue(source, Script.class);
    } catch (IOException failure) {
      throw new UncheckedIOException("the demonstration's script cannot be read", failure);
    }
  }
}
