package anbinh.programme.kind;

import anbinh.platform.FoldedText;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.kind.ProgrammeKind.KindText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of kinds of programmes and of their versions. Safe for many threads.
@Repository
class ProgrammeKindTable {
  private static final String SELECT =
      """
      select k.id, k.code, k.built_in, k.area_id, v.version, v.name as "text.name",
        v.goal as "text.goal", v.rules as "text.rules", v.criteria as "text.criteria", v.partners,
        v.indicators
      from programme.kind k
      join programme.kind_version v on v.kind_id = k.id
      """;

  private final SqlClient database;

  ProgrammeKindTable(SqlClient database) {
    this.database = database;
  }

  /// All in the version that new programmes take: those of the system first, then by code.
  List<ProgrammeKind> list(@Nullable String after, int rows) {
    return database.list(
        ProgrammeKind.class,
        SELECT
            + """
            where v.version = k.version
              and (cast(:after as uuid) is null or k.id > cast(:after as uuid))
            order by k.id limit :rows
            """,
        Values.of("after", after).and("rows", rows));
  }

  List<ProgrammeKind> list(Collection<UUID> ids) {
    return database.list(
        ProgrammeKind.class, SELECT + "where v.version = k.version and k.id = any (?)", ids);
  }

  /// Those that come with the system.
  List<ProgrammeKind> listBuiltIn() {
    return database.list(
        ProgrammeKind.class, SELECT + "where v.version = k.version and k.built_in order by k.id");
  }

  Optional<ProgrammeKind> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  Optional<ProgrammeKind> findForUpdate(UUID id) {
    database.find(Integer.class, "select 1 from programme.kind where id = ? for update", id);
    return find(id);
  }

  boolean isNameTaken(String name, UUID but) {
    return database.exists(
        """
        select from programme.kind where name_key = ? and id <> ?
        """,
        FoldedText.accentedWords(name),
        but);
  }

  void insert(ProgrammeKind kind, KindText text, UUID by, Instant now) {
    database.update(
        """
        insert into programme.kind (id, code, built_in, area_id, name_key, version)
        values (:id, :code, false, :areaId, :key, :version)
        """,
        Values.of(kind).and("key", FoldedText.accentedWords(text.name())));
    addVersion(kind, text, by, now);
  }

  void revise(ProgrammeKind kind, KindText text, UUID by, Instant now) {
    database.update(
        "update programme.kind set version = ?, name_key = ? where id = ?",
        kind.version(),
        FoldedText.accentedWords(text.name()),
        kind.id());
    addVersion(kind, text, by, now);
  }

  private void addVersion(ProgrammeKind kind, KindText text, UUID by, Instant now) {
    database.update(
        """
        insert into programme.kind_version (kind_id, version, name, goal, rules,
          criteria, partners, indicators, written_by, written_at)
        values (:id, :version, :name, :goal, :rules, :criteria, :partners, :indicators, :by, :at)
        """,
        Values.of(kind)
            .and("name", text.name())
            .and("goal", text.goal())
            .and("rules", text.rules())
            .and("criteria", text.criteria())
            .and("by", by)
            .and("at", now));
  }
}
