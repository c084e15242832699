package anbinh.programme.kind;

import anbinh.platform.FoldedText;
import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of kinds of programmes and of their versions. Safe for many threads.
@Repository
class ProgrammeKindTable {
  private static final String SELECT =
      """
      select k.id, k.code, k.built_in, k.area_id, v.version, v.name, v.goal, v.rules, v.criteria,
        v.partners, v.indicators
      from programme.kind k
      join programme.kind_version v on v.kind_id = k.id
      """;

  private final JdbcClient database;

  ProgrammeKindTable(JdbcClient database) {
    this.database = database;
  }

  /// All in the version that new programmes take: those of the system first, then by code.
  List<ProgrammeKind> list(@Nullable String after, int rows) {
    return database
        .sql(
            SELECT
                + """
                where v.version = k.version
                  and (cast(:after as uuid) is null or k.id > cast(:after as uuid))
                order by k.id limit :rows
                """)
        .param("after", after)
        .param("rows", rows)
        .query(ProgrammeKindTable::kind)
        .list();
  }

  List<ProgrammeKind> list(Collection<UUID> ids) {
    return database
        .sql(SELECT + "where v.version = k.version and k.id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query(ProgrammeKindTable::kind)
        .list();
  }

  /// Those that come with the system.
  List<ProgrammeKind> listBuiltIn() {
    return database
        .sql(SELECT + "where v.version = k.version and k.built_in order by k.id")
        .query(ProgrammeKindTable::kind)
        .list();
  }

  Optional<ProgrammeKind> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  Optional<ProgrammeKind> findForUpdate(UUID id) {
    database
        .sql("select 1 from programme.kind where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
    return find(id);
  }

  boolean isNameTaken(String name, UUID but) {
    return database
        .sql(
            """
            select exists (select from programme.kind where name_key = ? and id <> ?)
            """)
        .params(FoldedText.accentedWords(name), but)
        .query(Boolean.class)
        .single();
  }

  void insert(ProgrammeKind kind, KindText text, UUID by, Instant now) {
    database
        .sql(
            """
            insert into programme.kind (id, code, built_in, area_id, name_key, version)
            values (:id, :code, false, :area, :key, :version)
            """)
        .param("id", kind.id())
        .param("code", kind.code())
        .param("area", kind.areaId())
        .param("key", FoldedText.accentedWords(text.name()))
        .param("version", kind.version())
        .update();
    addVersion(kind, text, by, now);
  }

  void revise(ProgrammeKind kind, KindText text, UUID by, Instant now) {
    database
        .sql("update programme.kind set version = ?, name_key = ? where id = ?")
        .params(kind.version(), FoldedText.accentedWords(text.name()), kind.id())
        .update();
    addVersion(kind, text, by, now);
  }

  private void addVersion(ProgrammeKind kind, KindText text, UUID by, Instant now) {
    database
        .sql(
            """
            insert into programme.kind_version (kind_id, version, name, goal, rules,
              criteria, partners, indicators, written_by, written_at)
            values (:id, :version, :name, :goal, :rules, :criteria, :partners, :indicators, :by, :at)
            """)
        .param("id", kind.id())
        .param("version", kind.version())
        .param("name", text.name())
        .param("goal", text.goal())
        .param("rules", text.rules().toArray(String[]::new))
        .param("criteria", text.criteria().toArray(String[]::new))
        .param("partners", kind.partners().stream().map(Enum::name).toArray(String[]::new))
        .param("indicators", kind.indicators().stream().map(Enum::name).toArray(String[]::new))
        .param("by", by)
        .param("at", Timestamp.from(now))
        .update();
  }

  private static ProgrammeKind kind(ResultSet row, int number) throws SQLException {
    @Nullable String name = row.getString("name");
    return new ProgrammeKind(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getBoolean("built_in"),
        row.getObject("area_id", UUID.class),
        row.getInt("version"),
        name == null
            ? null
            : new KindText(
                name, row.getString("goal"), texts(row, "rules"), texts(row, "criteria")),
        texts(row, "partners").stream().map(PartnerKind::valueOf).toList(),
        texts(row, "indicators").stream().map(Indicator::valueOf).toList());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray()).toList();
  }
}
