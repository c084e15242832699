package anbinh.programme.imports;

import anbinh.areas.ListedPlaces;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import anbinh.platform.sheet.SimpleSummary;
import anbinh.platform.sql.ShortCodes;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.imports.ProgrammeReading.Known;
import anbinh.programme.imports.ProgrammeReading.Listed;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Written;
import anbinh.programme.lifecycle.Programmes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes lists of programmes: all of a list, or nothing. Safe for many threads.
@Component
class ProgrammeImport extends SheetImport<Person, ProgrammeColumn, ImportReport> {
  private static final int MAX_KINDS = 1_000;

  private final ProgrammeTable table;
  private final ProgrammeVersionTable versions;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeAreas taken;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final SiteClock clock;
  private final Areas areas;
  private final Access access;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  ProgrammeImport(
      ProgrammeTable table,
      ProgrammeVersionTable versions,
      ProgrammeProposalTable proposals,
      ProgrammeAreas taken,
      ProgrammeKinds kinds,
      KindTexts texts,
      SiteClock clock,
      Messages messages,
      Areas areas,
      Access access,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    super(messages, "programme-list", ProgrammeColumn.class);
    this.table = table;
    this.versions = versions;
    this.proposals = proposals;
    this.taken = taken;
    this.kinds = kinds;
    this.texts = texts;
    this.clock = clock;
    this.areas = areas;
    this.access = access;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  @Override
  protected ReadList<ImportReport> read(SheetFile file, Person by, boolean applying) {
    var summary = new SimpleSummary(messages);
    List<Listed> fresh = reading(summary, applying).read(file);
    ImportReport report = summary.report(file);
    return new ReadList<>(report, fresh.isEmpty() ? null : () -> write(fresh, report, by));
  }

  private void write(List<Listed> fresh, ImportReport report, Person by) {
    Iterator<String> next = codes.next(Programmes.CODE_PREFIX, fresh.size()).iterator();
    for (Listed each : fresh) {
      UUID id = each.programme().id();
      table.insert(each.programme().withCode(next.next()), clock.now());
      versions.insert(new Written(id, 1, null, each.content(), null, by.id(), clock.now()));
      proposals.insertLaunch(
          ids.next(), id, by.id(), clock.now(), each.decision(), each.on(), each.signer());
    }
    log.record(
        Event.of(ProgrammeEvent.IMPORTED)
            .by(by.actor())
            .about("programme-list", ids.next(), null)
            .fact("programmes", report.added())
            .fact("sha256", report.sha256()));
  }

  private ProgrammeReading reading(SimpleSummary summary, boolean applying) {
    Map<String, ProgrammeKind> byName = new HashMap<>();
    for (ProgrammeKind kind : kinds.list(null, MAX_KINDS)) {
      byName.put(FoldedText.words(kind.code()), kind);
      Messages.LANGUAGES.forEach(language ->
          byName.putIfAbsent(FoldedText.words(texts.text(kind, language).name()), kind));
    }
    return new ProgrammeReading(
        words,
        summary,
        ids,
        clock.today(),
        new ListedPlaces(areas.list()),
        word -> byName.get(FoldedText.words(word)),
        kind -> texts.text(kind, Messages.VIETNAMESE),
        new Existing(applying));
  }

  /// What the tables say of the communes of a list.
  private final class Existing implements Known {
    private final boolean hold;
    private final Map<UUID, Set<String>> names = new HashMap<>();

    /// @param hold whether others are kept from adding programmes in them
    Existing(boolean hold) {
      this.hold = hold;
    }

    @Override
    public void require(UUID commune) {
      if (!names.containsKey(commune)) {
        access.require(commune, Role.COMMUNITY_OFFICER);
        if (hold) {
          table.lockForUpdate(commune);
        }
        Set<String> own = new HashSet<>();
        table.listNames(commune).forEach(name -> own.add(FoldedText.accentedWords(name)));
        names.put(commune, own);
      }
    }

    @Override
    public boolean has(UUID commune, String nameKey) {
      return names.getOrDefault(commune, Set.of()).contains(nameKey);
    }

    @Override
    public Map<String, String> taken(UUID kindId, List<UUID> some) {
      return taken.taken(kindId, some, kindId);
    }
  }
}
