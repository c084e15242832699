package anbinh.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How PostgreSQL carries out what the application asks, by `EXPLAIN (ANALYZE)` of its own
/// statements with their own values. Each is explained three times, and the last one is kept, so
/// that its pages are in memory. For one thread.
public final class Plans {
  private static final int TIMES = 3;
  private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");
  private static final Pattern ROOT = Pattern.compile("actual time=\\S+ rows=([0-9.]+) loops");

  private final TestServer server;
  private final List<String> found = new ArrayList<>();

  public Plans(TestServer server) {
    this.server = server;
  }

  /// @param text as PostgreSQL says it
  public record Plan(String text) {
    public double millis() {
      return Double.parseDouble(first(TIME));
    }

    public long rows() {
      return Math.round(Double.parseDouble(first(ROOT)));
    }

    private String first(Pattern pattern) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.find()) {
        throw new AssertionError("no plan: " + text);
      }
      return matcher.group(1);
    }

    /// What it reads of which table, such as `Seq Scan on area`.
    public List<String> scans() {
      return text.lines()
          .map(String::strip)
          .filter(line -> line.contains(" Scan "))
          .map(line -> line.replaceFirst("^->\\s+", "").replaceFirst("\\s+\\(cost.*", ""))
          .distinct()
          .toList();
    }

    @Override
    public String toString() {
      return "%.3f ms, %d rows: %s".formatted(millis(), rows(), String.join("; ", scans()));
    }
  }

  /// The plans of all that is asked while something runs.
  public List<Plan> of(Runnable run) {
    found.clear();
    run.run();
    return found.stream().map(Plan::new).toList();
  }

  /// A part of the application whose statements are explained.
  public <T> T part(Class<T> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(each -> each == JdbcClient.class ? client() : server.bean(each))
            .toArray();
    try {
      return type.cast(constructor.newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  public JdbcClient client() {
    DataSource real = server.database().pool();
    return JdbcClient.create(
        proxy(
            DataSource.class,
            (method, arguments) ->
                method.getName().equals("getConnection")
                    ? connection(real.getConnection())
                    : invoke(real, method, arguments)));
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("prepareStatement") && arguments != null) {
            String sql = (String) arguments[0];
            return statement(
                real.prepareStatement(sql),
                real.prepareStatement("explain (analyze, buffers) " + sql));
          }
          return invoke(real, method, arguments);
        });
  }

  private PreparedStatement statement(PreparedStatement real, PreparedStatement plan) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          String name = method.getName();
          if (name.equals("executeQuery") && arguments == null) {
            String text = "";
            for (int i = 0; i < TIMES; i++) {
              text = explained(plan);
            }
            found.add(text);
          } else if (name.startsWith("set") || name.equals("close")) {
            invoke(plan, method, arguments);
          }
          return invoke(real, method, arguments);
        });
  }

  private static String explained(PreparedStatement plan) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = plan.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private interface Call {
    @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call.answer(method, arguments)));
  }

  private static @Nullable Object invoke(Object on, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }
}
