package anbinh.standard.criteria;

import anbinh.platform.sql.SqlClient;
import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/// What the Circular binds by a number, and what it asks for only where there is such a thing: each
/// a row with its article and its own words. Safe for many threads.
@Repository
@NamedInterface("services")
public class Requirements {
  private final SqlClient database;

  Requirements(SqlClient database) {
    this.database = database;
  }

  /// The conditions of a kind of unit, by criterion.
  Map<String, List<StandardCondition>> conditions(UnitKind kind) {
    return database.groups(
        String.class,
        StandardCondition.class,
        """
        select criterion, code, scope, article, phrase from standard.condition
        where kind = ? order by criterion, code
        """,
        kind);
  }

  public List<StandardThreshold> thresholds(UnitKind kind) {
    return database.list(
        StandardThreshold.class,
        """
        select criterion, code, percent, at_least, article, phrase
        from standard.threshold where kind = ? order by criterion, code
        """,
        kind);
  }

  public Optional<StandardThreshold> findThreshold(UnitKind kind, StandardThreshold.Code code) {
    return thresholds(kind).stream().filter(each -> each.code() == code).findFirst();
  }

  public List<StandardDocument> documents(UnitKind kind) {
    return database.list(
        StandardDocument.class,
        """
        select code, conditional, article, phrase from standard.document
        where kind = ? order by code
        """,
        kind);
  }

  /// In the order of the law.
  public List<StandardParticipant> participants(UnitKind kind) {
    return database.list(
        StandardParticipant.class,
        """
        select code, conditional, article, phrase from standard.participant
        where kind = ? order by ordinal
        """,
        kind);
  }
}
