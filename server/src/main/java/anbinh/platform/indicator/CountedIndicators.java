package anbinh.platform.indicator;

import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.Set;

/// A feature's counts that are made of [CountedRows], and so are the records behind them.
public abstract class CountedIndicators implements IndicatorSource {
  private final SqlClient database;
  private final CountedRows rows;

  protected CountedIndicators(SqlClient database, CountedRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public Set<String> schemas() {
    return rows.schemas();
  }

  @Override
  public List<IndicatorCount> events(IndicatorSpan span) {
    return rows.events(database, span, definitions());
  }

  @Override
  public List<IndicatorCount> states(IndicatorSpan span) {
    return rows.states(database, span, definitions());
  }

  @Override
  public List<IndicatorRecord> records(IndicatorQuery query) {
    return rows.records(database, query);
  }
}
