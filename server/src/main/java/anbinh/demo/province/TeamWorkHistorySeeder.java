package anbinh.demo.province;

import anbinh.platform.FoldedText;
import anbinh.platform.ShortCodes;
import anbinh.platform.Site;
import anbinh.teamwork.WorkNotes;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with patrols of teams and with groups of households. Safe for many
/// threads.
@Component
public class TeamWorkHistorySeeder {
  private static final String CODE_PREFIX = "GRP";
  private static final int BATCH = 1_000;

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final WorkNotes words;
  private final ShortCodes codes;
  private final Site site;

  TeamWorkHistorySeeder(
      JdbcClient database, JdbcTemplate batches, WorkNotes words, ShortCodes codes, Site site) {
    this.database = database;
    this.batches = batches;
    this.words = words;
    this.codes = codes;
    this.site = site;
  }

  /// A patrol that is made up.
  ///
  /// @param members who went
  /// @param by who wrote it down
  public record InventedPatrol(
      UUID id,
      UUID teamId,
      Instant startedAt,
      Instant endedAt,
      List<UUID> members,
      String words,
      UUID by,
      Instant at) {
    public InventedPatrol {
      members = List.copyOf(members);
    }
  }

  /// A group of households that is made up, with who leads it.
  public record InventedGroup(
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
  public int addPatrols(List<InventedPatrol> patrols) {
    site.requireDemonstration();
    if (patrols.isEmpty() || isThere("teamwork.patrol", patrols.getFirst().id())) {
      return 0;
    }
    batches.batchUpdate(
        """
        insert into teamwork.patrol (id, team_id, kind, late, recorded_by, recorded_at)
        values (?, ?, 'PATROL', false, ?, ?)
        """,
        patrols,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.id());
          row.setObject(2, each.teamId());
          row.setObject(3, each.by());
          row.setTimestamp(4, Timestamp.from(each.at()));
        });
    batches.batchUpdate(
        """
        insert into teamwork.patrol_version (patrol_id, version, started_at, ended_at, members,
          words_cipher, by_id, at) values (?, 1, ?, ?, ?, ?, ?, ?)
        """,
        patrols,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.id());
          row.setTimestamp(2, Timestamp.from(each.startedAt()));
          row.setTimestamp(3, Timestamp.from(each.endedAt()));
          row.setArray(4, row.getConnection().createArrayOf("uuid", each.members().toArray()));
          row.setBytes(5, words.encrypt(each.words()));
          row.setObject(6, each.by());
          row.setTimestamp(7, Timestamp.from(each.at()));
        });
    return patrols.size();
  }

  /// Adds groups, all or, where the first is there, none.
  @Transactional
  public int addGroups(List<InventedGroup> groups) {
    site.requireDemonstration();
    if (groups.isEmpty() || isThere("teamwork.self_managed_group", groups.getFirst().id())) {
      return 0;
    }
    record Coded(InventedGroup group, String code) {}
    List<String> free = codes.next(CODE_PREFIX, groups.size());
    List<Coded> coded = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      coded.add(new Coded(groups.get(i), free.get(i)));
    }
    batches.batchUpdate(
        """
        insert into teamwork.self_managed_group (id, code, kind, commune_id, village_id, name,
          name_key, households, paper_number, paper_on, paper_signer, noted_by, noted_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        coded,
        BATCH,
        (row, each) -> {
          InventedGroup group = each.group();
          row.setObject(1, group.id());
          row.setString(2, each.code());
          row.setString(3, group.kind());
          row.setObject(4, group.communeId());
          row.setObject(5, group.villageId());
          row.setString(6, group.name());
          row.setString(7, FoldedText.accentedWords(group.name()));
          row.setInt(8, group.households());
          row.setString(9, group.paper());
          row.setObject(10, group.on());
          row.setString(11, group.signer());
          row.setObject(12, group.notedBy());
          row.setTimestamp(13, Timestamp.from(group.notedAt()));
        });
    batches.batchUpdate(
        """
        insert into teamwork.group_leader (id, group_id, position, name, phone, from_on,
          until_on, paper_number, paper_on, paper_signer)
        values (?, ?, 'LEADER', ?, ?, ?, ?, ?, ?, ?)
        """,
        groups,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.leaderId());
          row.setObject(2, each.id());
          row.setString(3, each.leader());
          row.setString(4, each.phone());
          row.setObject(5, each.on());
          row.setObject(6, each.until());
          row.setString(7, each.paper());
          row.setObject(8, each.on());
          row.setString(9, each.signer());
        });
    return groups.size();
  }

  private boolean isThere(String table, UUID id) {
    return database
        .sql("select exists (select from " + table + " where id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }
}
