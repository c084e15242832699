package anbinh.demo.province;

import anbinh.identity.Person;
import anbinh.platform.Site;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sql.SqlClient;
import anbinh.team.imports.TeamImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with teams, by the way on which lists of offices come in. Safe for many
/// threads.
@Component
class TeamHistorySeeder {
  private final TeamImport lists;
  private final SqlClient database;
  private final Site site;

  TeamHistorySeeder(TeamImport lists, SqlClient database, Site site) {
    this.lists = lists;
    this.database = database;
    this.site = site;
  }

  /// A team of a village and who is in it.
  public record FilledTeam(UUID id, List<FilledMember> members) {
    public FilledTeam {
      members = List.copyOf(members);
    }
  }

  public record FilledMember(UUID id, String name) {
    @Override
    public String toString() {
      return "FilledMember[" + id + "]";
    }
  }

  /// Takes a list in; a team that there is stays as it is.
  ///
  /// @param list CSV with the titles that [TeamColumn] has in Vietnamese
  /// @return how many members that were
  public int take(byte[] list, Person by) {
    site.requireDemonstration();
    return lists.fill(new SheetFile(list, null), by).members();
  }

  /// Binds accounts to members by their names, which a demonstration gives to one person each.
  ///
  /// @param accounts by name
  @Transactional
  public int bind(Map<String, UUID> accounts) {
    site.requireDemonstration();
    List<Map.Entry<String, UUID>> some = List.copyOf(accounts.entrySet());
    return database.update(
        """
        update team.member m set person_id = given.person
        from unnest(cast(? as text[]), cast(? as uuid[])) given (name, person)
        where m.name = given.name and m.state = 'RECOGNISED' and m.person_id is null
        """,
        some.stream().map(Map.Entry::getKey).toList(),
        some.stream().map(Map.Entry::getValue).toList());
  }

  /// The present teams by the villages that they cover.
  public Map<UUID, FilledTeam> teams() {
    Map<UUID, List<FilledMember>> members =
        database.groups(
            UUID.class,
            FilledMember.class,
            "select team_id, id, name from team.member where state = 'RECOGNISED' order by id");
    Map<UUID, FilledTeam> teams = new HashMap<>();
    database
        .map(
            UUID.class, UUID.class, "select area_id, team_id from team.area where until_on is null")
        .forEach((area, team) ->
            teams.put(area, new FilledTeam(team, members.getOrDefault(team, List.of()))));
    return teams;
  }
}
