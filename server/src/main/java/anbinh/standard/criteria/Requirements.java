package anbinh.standard.criteria;

import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/// What the Circular binds by a number, and what it asks for only where there is such a thing: each
/// a row with its article and its own words. Safe for many threads.
@Repository
@NamedInterface("services")
public class Requirements {
  private final JdbcClient database;

  Requirements(JdbcClient database) {
    this.database = database;
  }

  /// The conditions of a kind of unit, by criterion.
  Map<String, List<StandardCondition>> conditions(UnitKind kind) {
    return database
        .sql(
            """
            select criterion, code, scope, article, phrase from standard.condition
            where kind = ? order by criterion, code
            """)
        .param(kind.name())
        .query((row, _) ->
            new StandardCondition(
                row.getString("criterion"),
                StandardCondition.Code.valueOf(row.getString("code")),
                StandardCondition.Scope.valueOf(row.getString("scope")),
                row.getString("article"),
                row.getString("phrase")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(StandardCondition::criterion));
  }

  public List<StandardThreshold> thresholds(UnitKind kind) {
    return database
        .sql(
            """
            select criterion, code, percent, at_least, article, phrase
            from standard.threshold where kind = ? order by criterion, code
            """)
        .param(kind.name())
        .query((row, _) ->
            new StandardThreshold(
                row.getString("criterion"),
                StandardThreshold.Code.valueOf(row.getString("code")),
                row.getObject("percent", Integer.class),
                row.getObject("at_least", Integer.class),
                row.getString("article"),
                row.getString("phrase")))
        .list();
  }

  public Optional<StandardThreshold> findThreshold(UnitKind kind, StandardThreshold.Code code) {
    return thresholds(kind).stream().filter(each -> each.code() == code).findFirst();
  }

  public List<StandardDocument> documents(UnitKind kind) {
    return database
        .sql(
            """
            select code, conditional, article, phrase from standard.document
            where kind = ? order by code
            """)
        .param(kind.name())
        .query((row, _) ->
            new StandardDocument(
                StandardDocument.Code.valueOf(row.getString("code")),
                row.getBoolean("conditional"),
                row.getString("article"),
                row.getString("phrase")))
        .list();
  }

  /// In the order of the law.
  public List<StandardParticipant> participants(UnitKind kind) {
    return database
        .sql(
            """
            select code, conditional, article, phrase from standard.participant
            where kind = ? order by ordinal
            """)
        .param(kind.name())
        .query((row, _) ->
            new StandardParticipant(
                StandardParticipant.Code.valueOf(row.getString("code")),
                row.getBoolean("conditional"),
                row.getString("article"),
                row.getString("phrase")))
        .list();
  }
}
