package anbinh.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoleConflictTest {
  private static final Path PAGE = Path.of("../docs/design/identity.md");
  private static final String HEADING = "### Roles that nobody holds together";
  private static final Pattern NAME = Pattern.compile("`([A-Z_]+)`");

  @Test
  void keepsApartWhatTheTableOfTheDesignPageKeepsApartAndNothingElse() throws IOException {
    Map<Role, Set<Role>> table = table();
    assertThat(table).hasSize(5);
    for (Role one : Role.values()) {
      for (Role other : Role.values()) {
        boolean apart =
            one != other
                && (table.getOrDefault(one, Set.of()).contains(other)
                    || table.getOrDefault(other, Set.of()).contains(one));
        assertThat(RoleConflict.between(one, other).isPresent())
            .as(one + " with " + other)
            .isEqualTo(apart);
      }
    }
  }

  @Test
  void eachRoleThatDecidesOrSupervisesIsNamedOnTheDesignPage() throws IOException {
    String page = Files.readString(PAGE);
    String sentence =
        page.substring(page.indexOf("**decide or supervise**"), page.indexOf("`Role.isConfirmed`"));
    for (Role role : Role.values()) {
      assertThat(names(sentence).contains(role)).as(role.name()).isEqualTo(role.isConfirmed());
    }
  }

  /// Whoever shows the system shows people whom it would let be.
  @Test
  void thePeopleOfTheDemonstrationKeepToTheTable() throws IOException {
    JsonNode people =
        JsonMapper.shared()
            .readTree(Path.of("src/main/resources/demo/demonstration.json").toFile())
            .path("people");
    assertThat(people.size()).isGreaterThan(10);
    long administrators = 0;
    for (JsonNode person : people) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      person.path("roles").forEach(role -> roles.add(Role.valueOf(role.asString())));
      assertThat(RoleConflict.among(roles, roles)).as(person.toString()).isEmpty();
      if (roles.contains(Role.ADMINISTRATOR) && person.path("area").isNull()) {
        administrators++;
      }
    }
    assertThat(administrators).as("one grants and another confirms").isGreaterThan(1);
  }

  private static Map<Role, Set<Role>> table() throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf(HEADING), page.indexOf("## Homes"));
    Map<Role, Set<Role>> table = new EnumMap<>(Role.class);
    for (String line : section.lines().filter(each -> each.startsWith("| `")).toList()) {
      String[] cells = line.split("\\|", -1);
      EnumSet<Role> named = EnumSet.noneOf(Role.class);
      named.addAll(names(cells[2]));
      table.put(
          names(cells[1]).iterator().next(),
          cells[2].contains("every other role") ? EnumSet.complementOf(named) : named);
    }
    return table;
  }

  private static Set<Role> names(String text) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
