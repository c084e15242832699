package anbinh.platform.sql;

import anbinh.platform.SearchTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the rows of a list must fulfil, with the values of its parameters: only what is asked for
/// stands in the query, which [ListQueries] has planned for it. For one thread.
///
/// ```java
/// lists.list(Camera.class, SELECT + where.text() + "order by id limit :rows",
///     where.values().and("rows", rows))
/// ```
public final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /// The same conditions, to add others to.
  public Conditions copy() {
    var copy = new Conditions();
    copy.texts.addAll(texts);
    copy.values.putAll(values);
    return copy;
  }

  /// Adds a condition without a value.
  public Conditions and(String condition) {
    texts.add(condition);
    return this;
  }

  /// Adds a condition that names the value; nothing where there is none.
  public Conditions and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      texts.add(condition);
      values.put(name, value);
    }
    return this;
  }

  /// Adds a condition that names some values.
  public Conditions and(String condition, Map<String, ?> named) {
    texts.add(condition);
    values.putAll(named);
    return this;
  }

  /// Only rows of some areas.
  ///
  /// @param areas null for everywhere
  public Conditions within(String column, @Nullable Collection<UUID> areas) {
    String name = "areas" + values.size();
    return and(column + " = any (:" + name + ")", name, areas);
  }

  /// Only rows in whose text, or in the name of whose area, each word stands.
  ///
  /// @param text a column of folded words ([FoldedText#words])
  /// @param area a column of an area
  /// @param named the areas in whose folded name a word stands
  /// @param others conditions by which a word is found as well; `:word` is its pattern, for a text
  ///   with a space before it
  public Conditions search(
      SearchTerms sought,
      String text,
      String area,
      Function<String, Collection<UUID>> named,
      String... others) {
    for (String word : sought.words()) {
      String name = "word" + values.size();
      values.put(name, SearchTerms.pattern(word));
      List<String> found = new ArrayList<>();
      found.add("' ' || " + text + " like :" + name);
      for (String other : others) {
        found.add(other.replace(":word", ":" + name));
      }
      Collection<UUID> areas = named.apply(word);
      if (!areas.isEmpty()) {
        String in = "in" + values.size();
        found.add(area + " = any (:" + in + ")");
        values.put(in, areas);
      }
      texts.add("(" + String.join(" or ", found) + ")");
    }
    return sought.impossible() ? and("false") : this;
  }

  /// Only rows in whose text each word stands.
  public Conditions search(SearchTerms sought, String text) {
    return search(sought, text, "", word -> List.of());
  }

  /// How many rows fulfil them, counted no further than to `most`.
  ///
  /// @param from the table, with its alias
  public int count(ListQueries lists, String from, int most) {
    return lists.get(
        Integer.class,
        "select count(*) from (select from " + from + text() + " limit :most) counted",
        values().and("most", most));
  }

  /// `where …`, or nothing, with space around it.
  public String text() {
    return texts.isEmpty() ? " " : " where " + String.join(" and ", texts) + " ";
  }

  /// The values of its parameters, to add others to.
  public Values values() {
    return Values.of(values);
  }
}
