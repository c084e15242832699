package anbinh.programme.kind;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.platform.sql.ShortCodes;
import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.kind.ProgrammeKind.KindText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has kinds of programmes added and revised; rights are the caller's to check. Safe for many
/// threads.
@Component
public class ProgrammeKinds {
  public static final String CODE_PREFIX = "KIND";
  private static final int MAX_LINES = 30;

  private final ProgrammeKindTable table;
  private final KindTexts texts;
  private final ShortCodes codes;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  ProgrammeKinds(
      ProgrammeKindTable table,
      KindTexts texts,
      ShortCodes codes,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    this.table = table;
    this.texts = texts;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// A free kind as it is sent.
  public record KindForm(
      @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 2000) String goal,
      @NotNull @Size(max = MAX_LINES) List<@NotBlank @Size(max = 1000) String> rules,
      @NotEmpty @Size(max = MAX_LINES) List<@NotBlank @Size(max = 500) String> criteria,
      @NotNull @Size(max = 20) List<@NotNull PartnerKind> partners,
      @NotEmpty @Size(max = 7) List<@NotNull Indicator> indicators) {}

  /// The same, written anew.
  ///
  /// @param version the one that was seen
  public record KindRevision(
      @NotNull @Min(1) Integer version,
      @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 2000) String goal,
      @NotNull @Size(max = MAX_LINES) List<@NotBlank @Size(max = 1000) String> rules,
      @NotEmpty @Size(max = MAX_LINES) List<@NotBlank @Size(max = 500) String> criteria,
      @NotNull @Size(max = 20) List<@NotNull PartnerKind> partners,
      @NotEmpty @Size(max = 7) List<@NotNull Indicator> indicators) {
    KindForm form() {
      return new KindForm(name, goal, rules, criteria, partners, indicators);
    }
  }

  public ProgrammeKind get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_PROGRAMME_KIND));
  }

  public List<ProgrammeKind> list(@Nullable String after, int rows) {
    return table.list(after, rows);
  }

  public Map<UUID, ProgrammeKind> find(Collection<UUID> some) {
    return table.list(some).stream()
        .collect(Collectors.toMap(ProgrammeKind::id, Function.identity()));
  }

  @Transactional
  public ProgrammeKind add(KindForm requested, Person by) {
    UUID id = ids.next();
    KindText text = text(requested, id);
    ProgrammeKind kind = kind(id, codes.next(CODE_PREFIX), by.areaId(), 1, text, requested);
    table.insert(kind, text, by.id(), clock.instant());
    log.record(event(ProgrammeEvent.KIND_ADDED, kind, by));
    return kind;
  }

  /// Writes another version, which new programmes take; others keep what they were made from.
  @Transactional
  public ProgrammeKind revise(UUID id, KindRevision requested, Person by) {
    ProgrammeKind current =
        table
            .findForUpdate(id)
            .orElseThrow(() -> Problem.of(ProgrammeProblem.NO_SUCH_PROGRAMME_KIND));
    if (current.builtIn()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_KIND_BUILT_IN, current.code());
    }
    if (requested.version() != current.version()) {
      throw Problem.of(ProgrammeProblem.PROGRAMME_KIND_REVISED, current.code());
    }
    KindText text = text(requested.form(), id);
    ProgrammeKind kind =
        kind(id, current.code(), current.areaId(), current.version() + 1, text, requested.form());
    table.revise(kind, text, by.id(), clock.instant());
    log.record(event(ProgrammeEvent.KIND_REVISED, kind, by));
    return kind;
  }

  private static ProgrammeKind kind(
      UUID id, String code, @Nullable UUID area, int version, KindText text, KindForm requested) {
    return new ProgrammeKind(
        id,
        code,
        false,
        area,
        version,
        text,
        requested.partners().stream().distinct().toList(),
        requested.indicators().stream().distinct().toList());
  }

  private KindText text(KindForm requested, UUID id) {
    var problems = new FieldProblems();
    var text =
        new KindText(
            ProgrammeText.written("name", requested.name(), problems),
            ProgrammeText.written("goal", requested.goal(), problems),
            ProgrammeText.lines("rules", requested.rules(), problems),
            ProgrammeText.lines("criteria", requested.criteria(), problems));
    if (problems.isEmpty() && (table.isNameTaken(text.name(), id) || isBuiltIn(text.name()))) {
      problems.reject("name", "programme-kind-name-taken");
    }
    problems.requireNone();
    return text;
  }

  /// Whether a kind that comes with the system is called so in any language.
  private boolean isBuiltIn(String name) {
    String key = FoldedText.accentedWords(name);
    return table.listBuiltIn().stream()
        .anyMatch(kind ->
            Messages.LANGUAGES.stream()
                .map(language -> texts.text(kind, language).name())
                .anyMatch(each -> FoldedText.accentedWords(each).equals(key)));
  }

  private static Event event(ProgrammeEvent type, ProgrammeKind kind, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("programme-kind", kind.id(), kind.code())
        .fact("version", kind.version());
  }
}
