package anbinh.sightings.searches;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.identity.Person;
import anbinh.platform.DataFolder;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.platform.secret.KeyedHash;
import anbinh.sightings.SightingEvent;
import anbinh.sightings.dictionary.PlateMarks;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.searches.PlateSearchTable.NewSearch;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records searches, and tells which of somebody's were for the same plate. The plate itself is in
/// no table. Safe for many threads.
@Component
@NamedInterface("services")
public class PlateSearches {
  /// Who asks the same again in so short a time, and accepts more or less, still makes one search.
  private static final Duration REFINED_WITHIN = Duration.ofMinutes(10);

  private static final Duration CONTINUED_WITHIN = Duration.ofDays(1);

  private final PlateSearchTable table;
  private final AuditLog log;
  private final Ids ids;
  private final SiteClock clock;
  private final KeyedHash hash;

  PlateSearches(PlateSearchTable table, AuditLog log, Ids ids, SiteClock clock, DataFolder data) {
    this.table = table;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
    this.hash = new KeyedHash(data.folder("sightings").resolve("plate-search.key"));
  }

  /// What somebody asked.
  ///
  /// @param pattern null where no plate is remembered
  /// @param continued whether it is another part of what was found before
  public record Asked(
      String text,
      String reason,
      @Nullable PlatePattern pattern,
      int misreading,
      boolean strict,
      boolean continued) {}

  /// Makes a search an entry of the log. Another part of what was found is one as well, but is no
  /// search of its own.
  @Transactional
  public void record(CaseFile file, Asked asked, int found, Person by) {
    Event event =
        Event.of(SightingEvent.SEARCHED)
            .by(by.actor())
            .about("case", file.id(), file.code())
            .within(file.areaId())
            .fact("found", found)
            .fact("continued", asked.continued())
            .detail("text", asked.text())
            .detail("reason", asked.reason());
    PlatePattern pattern = asked.pattern();
    NewSearch search = search(file, asked, by);
    Set<Long> marks =
        pattern == null || goesOn(search, asked.continued())
            ? Set.of()
            : PlateMarks.of(pattern, this::hash);
    if (marks.isEmpty()) {
      log.record(event);
    } else {
      table.insert(search, log.record(event.fact("search", search.id())), marks);
    }
  }

  /// Whether it belongs to a search that was recorded: who only says that it does makes a new one.
  private boolean goesOn(NewSearch search, boolean continued) {
    return table.refines(search, search.at().minus(REFINED_WITHIN))
        || (continued && table.isAsked(search, search.at().minus(CONTINUED_WITHIN)));
  }

  private NewSearch search(CaseFile file, Asked asked, Person by) {
    return new NewSearch(
        ids.next(),
        by.id(),
        file.id(),
        clock.now(),
        HexFormat.of().formatHex(hash.of("text ".getBytes(UTF_8), folded(asked.text()))),
        asked.misreading(),
        asked.strict());
  }

  private static byte[] folded(String text) {
    return FoldedText.words(text).getBytes(UTF_8);
  }

  private long hash(String part) {
    return ByteBuffer.wrap(hash.of("plate ".getBytes(UTF_8), part.getBytes(UTF_8))).getLong();
  }

  /// The events of all searches of the same person for the same plate, after a moment and until the
  /// one that is asked about, which is the last.
  ///
  /// @param search as the event of the log names it; one that is forgotten has none
  public List<UUID> listAlike(UUID search, Instant after) {
    return table
        .find(search)
        .map(last ->
            table.list(last.personId(), after, last.at()).stream()
                .filter(each -> PlateMarks.same(each.marks(), last.marks()))
                .map(PlateSearchTable.Marked::event)
                .toList())
        .orElse(List.of());
  }
}
