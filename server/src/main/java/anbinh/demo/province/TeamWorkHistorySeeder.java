package anbinh.demo.province;

import anbinh.platform.FoldedText;
import anbinh.platform.Site;
import anbinh.platform.sql.ShortCodes;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.teamwork.WorkNotes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with patrols of teams and with groups of households. Safe for many
/// threads.
@Component
class TeamWorkHistorySeeder {
  private static final String CODE_PREFIX = "GRP";

  private final SqlClient database;
  private final WorkNotes words;
  private final ShortCodes codes;
  private final Site site;

  TeamWorkHistorySeeder(SqlClient database, WorkNotes words, ShortCodes codes, Site site) {
    this.database = database;
    this.words = words;
    this.codes = codes;
    this.site = site;
  }

  /// A patrol that is made up.
  ///
  /// @param members who went
  /// @param by who wrote it down
  public record SyntheticPatrol(
      UUID id,
      UUID teamId,
      Instant startedAt,
      Instant endedAt,
      List<UUID> members,
      String words,
      UUID by,
      Instant at) {
    public SyntheticPatrol {
      members = List.copyOf(members);
    }
  }

  /// A group of households that is made up, with who leads it.
  public record SyntheticGroup(
      UUID id,
      String kind,
      UUID communeId,
      UUID villageId,
      String name,
      int households,
      String paper,
      LocalDate on,
      String signer,
      UUID notedBy,
      Instant notedAt,
      UUID leaderId,
      String leader,
      String phone,
      LocalDate until) {}

  /// Adds patrols, all or, where the first is there, none.
  @Transactional
  public int addPatrols(List<SyntheticPatrol> patrols) {
    site.requireDemonstration();
    if (patrols.isEmpty() || isThere("teamwork.patrol", patrols.getFirst().id())) {
      return 0;
    }
    database.batch(
        """
        insert into teamwork.patrol (id, team_id, kind, late, recorded_by, recorded_at)
        values (:id, :teamId, 'PATROL', false, :by, :at)
        """,
        patrols);
    database.batch(
        """
        insert into teamwork.patrol_version (patrol_id, version, started_at, ended_at, members,
          words_cipher, by_id, at)
        values (:id, 1, :startedAt, :endedAt, :members, :wordsCipher, :by, :at)
        """,
        patrols.stream()
            .map(each -> Values.of(each).and("wordsCipher", words.encrypt(each.words())))
            .toList());
    return patrols.size();
  }

  /// Adds groups, all or, where the first is there, none.
  @Transactional
  public int addGroups(List<SyntheticGroup> groups) {
    site.requireDemonstration();
    if (groups.isEmpty() || isThere("teamwork.self_managed_group", groups.getFirst().id())) {
      return 0;
    }
    record Coded(SyntheticGroup group, String code) {}
    List<String> free = codes.next(CODE_PREFIX, groups.size());
    List<Coded> coded = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      coded.add(new Coded(groups.get(i), free.get(i)));
    }
    database.batch(
        """
        insert into teamwork.self_managed_group (id, code, kind, commune_id, village_id, name,
          name_key, households, paper_number, paper_on, paper_signer, noted_by, noted_at)
        values (:id, :code, :kind, :communeId, :villageId, :name, :nameKey, :households, :paper,
          :on, :signer, :notedBy, :notedAt)
        """,
        coded.stream()
            .map(each -> {
              SyntheticGroup group = each.group();
              return Values.of(group)
                  .and("code", each.code())
                  .and("nameKey", FoldedText.accentedWords(group.name()));
            })
            .toList());
    database.batch(
        """
        insert into teamwork.group_leader (id, group_id, position, name, phone, from_on,
          until_on, paper_number, paper_on, paper_signer)
        values (:leaderId, :id, 'LEADER', :leader, :phone, :on, :until, :paper, :on, :signer)
        """,
        groups);
    return groups.size();
  }

  private boolean isThere(String table, UUID id) {
    return database.exists("select from " + table + " where id = ?", id);
  }
}
