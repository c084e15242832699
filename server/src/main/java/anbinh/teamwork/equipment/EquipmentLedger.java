package anbinh.teamwork.equipment;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.sql.ShortCodes;
import anbinh.team.Member;
import anbinh.team.TeamProblem;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.WorkNotes;
import anbinh.teamwork.equipment.Equipment.Move;
import anbinh.teamwork.equipment.Equipment.State;
import anbinh.teamwork.equipment.EquipmentForms.NewEquipment;
import anbinh.teamwork.equipment.EquipmentForms.NewMove;
import anbinh.teamwork.equipment.EquipmentForms.NewStocktaking;
import anbinh.teamwork.equipment.EquipmentForms.Seen;
import anbinh.teamwork.equipment.EquipmentForms.SeenItem;
import anbinh.teamwork.equipment.EquipmentTable.Moved;
import anbinh.teamwork.equipment.EquipmentTable.Receipt;
import anbinh.teamwork.equipment.EquipmentTable.Stocktaking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the ledger of a commune's equipment; rights are the caller's to check. Safe for many
/// threads.
@Component
public class EquipmentLedger {
  private static final String CODE_PREFIX = "EQ";
  private static final int OLDEST_YEARS = 10;

  private final EquipmentTable table;
  private final TeamMembership membership;
  private final TeamCommunes communes;
  private final SiteClock clock;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  EquipmentLedger(
      EquipmentTable table,
      TeamMembership membership,
      TeamCommunes communes,
      SiteClock clock,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.membership = membership;
    this.communes = communes;
    this.clock = clock;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  Equipment get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_EQUIPMENT));
  }

  @Transactional
  public List<Equipment> receive(TeamCommunes.On on, NewEquipment requested) {
    table.lockForUpdate(on.communeId());
    var problems = new FieldProblems();
    String name = WrittenText.require("name", requested.name(), problems);
    String paper = requested.paper().strip();
    WrittenText.require("paper", paper, problems);
    day(requested.on(), problems);
    List<String> serials =
        requested.serials() == null
            ? List.of()
            : requested.serials().stream().map(String::strip).toList();
    Integer count = requested.count();
    if (serials.isEmpty() == (count == null)) {
      problems.reject("serials", "equipment-serials-or-count");
    }
    Optional<Receipt> sent = table.findReceipt(requested.id());
    if (sent.isPresent()) {
      boolean here =
          sent.get().items().stream().allMatch(item -> on.within().contains(item.communeId()));
      if (!here
          || !sent.get().says(requested.kind(), name, serials, count, requested.on(), paper)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return sent.get().items();
    }
    Set<String> seen = new HashSet<>();
    for (String serial : serials) {
      if (!seen.add(serial.toLowerCase(Locale.ROOT))) {
        problems.reject("serials", "equipment-serial-twice", serial);
      }
    }
    List<String> taken = table.taken(on.within(), requested.kind(), serials);
    if (!taken.isEmpty()) {
      problems.reject("serials", "equipment-serial-taken", String.join(", ", taken));
    }
    problems.requireNone();
    int items = serials.isEmpty() && count != null ? count : serials.size();
    List<String> given = codes.next(CODE_PREFIX, items);
    List<Equipment> made = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      var item =
          new Equipment(
              ids.next(),
              given.get(i),
              on.communeId(),
              requested.kind(),
              name,
              serials.isEmpty() ? null : serials.get(i),
              State.IN_STORE,
              null,
              null,
              1);
      table.insert(item, requested.id());
      table.insert(
          item.id(),
          new Moved(
              1,
              Move.RECEIVED,
              requested.on(),
              paper,
              null,
              null,
              null,
              on.person().id(),
              clock.now()));
      made.add(item);
    }
    log.record(
        Event.of(TeamWorkEvent.EQUIPMENT_RECEIVED)
            .by(on.person().actor())
            .about("area", on.communeId(), null)
            .fact("item", requested.kind())
            .fact("count", items)
            .detail("paper", paper));
    return made;
  }

  /// @param communeId for which it is moved, which takes it over where that is the move
  @Transactional
  public Equipment move(UUID id, NewMove requested, UUID communeId, Person by) {
    Equipment item =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_EQUIPMENT));
    var problems = new FieldProblems();
    String paper = WrittenText.orNull(requested.paper());
    if (requested.move().needsPaper() && paper == null) {
      problems.reject("paper", "required");
    }
    String note = WrittenText.orNull(requested.note());
    if (note != null) {
      WorkNotes.require("note", note, problems);
    }
    if (requested.move() == Move.RECEIVED) {
      problems.reject("move", "equipment-received-once");
    }
    boolean over = requested.move() == Move.TAKEN_OVER;
    if (over && communes.today(item.communeId()).equals(communeId)) {
      problems.reject("move", "equipment-here");
    }
    day(requested.on(), problems);
    LocalDate last = table.moves(id, 1).getFirst().on();
    if (requested.on().isBefore(last)) {
      problems.reject("on", "equipment-before-last", last);
    }
    boolean issues = requested.move() == Move.ISSUED;
    Optional<Member> member =
        issues ? receiver(item, requested.memberId(), problems) : Optional.empty();
    if (!issues && requested.memberId() != null) {
      problems.reject("memberId", "equipment-no-member");
    }
    problems.requireNone();
    if (item.moves() != requested.moves()) {
      throw Problem.of(TeamWorkProblem.EQUIPMENT_CHANGED, item.code());
    }
    State next =
        requested
            .move()
            .from(item.state())
            .orElseThrow(() -> Problem.of(TeamWorkProblem.EQUIPMENT_STATE, item.code()));
    UUID teamId = over ? item.teamId() : member.map(Member::teamId).orElse(null);
    UUID memberId = over ? item.memberId() : member.map(Member::id).orElse(null);
    // What comes back, is lost, or goes to repair from somebody's hands, says from whom.
    table.insert(
        id,
        new Moved(
            item.moves() + 1,
            requested.move(),
            requested.on(),
            paper,
            issues ? teamId : item.teamId(),
            issues ? memberId : item.memberId(),
            note,
            by.id(),
            clock.now()));
    table.update(id, next, teamId, memberId, item.moves() + 1);
    if (over) {
      table.setCommune(id, communeId);
    }
    Event event =
        Event.of(TeamWorkEvent.EQUIPMENT_MOVED)
            .by(by.actor())
            .about("equipment", id, item.code())
            .fact("move", requested.move())
            .fact("on", requested.on().toString());
    UUID about = issues ? memberId : item.memberId();
    log.record(about == null ? event : event.fact("member", about));
    return get(id);
  }

  /// Who is in a team of the commune and may be given it.
  private Optional<Member> receiver(
      Equipment item, @Nullable UUID memberId, FieldProblems problems) {
    if (memberId == null) {
      problems.reject("memberId", "required");
      return Optional.empty();
    }
    Optional<Member> member =
        membership
            .findMember(memberId)
            .filter(each -> each.state() == Member.State.RECOGNISED)
            .filter(each ->
                membership
                    .findTeam(each.teamId())
                    .filter(team -> communes.same(team, item.communeId()))
                    .isPresent());
    if (member.isEmpty()) {
      problems.reject("memberId", "team-no-such-member");
    }
    return member;
  }

  /// Notes a stocktaking, in which each item that there is was looked for.
  @Transactional
  public Stocktaking take(TeamCommunes.On on, NewStocktaking requested) {
    table.lockForUpdate(on.communeId());
    var problems = new FieldProblems();
    String paper = requested.paper().strip();
    WrittenText.require("paper", paper, problems);
    day(requested.on(), problems);
    Optional<Stocktaking> sent = table.findStocktaking(requested.id());
    if (sent.isPresent()) {
      if (!isSame(sent.get(), on, requested, paper)) {
        throw Problem.of(TeamProblem.WORK_SENT_BEFORE);
      }
      return sent.get();
    }
    Map<UUID, Equipment> present = new HashMap<>();
    table.present(on.within()).stream()
        .filter(item -> lies(item).equals(on.communeId()))
        .forEach(item -> present.put(item.id(), item));
    Map<UUID, Seen> seen = new HashMap<>();
    for (SeenItem each : requested.items()) {
      Equipment item = present.get(each.id());
      if (item == null) {
        problems.reject("items", "equipment-not-there");
      } else if (seen.put(each.id(), each.seen()) != null) {
        problems.reject("items", "equipment-serial-twice", item.code());
      }
    }
    List<String> forgotten =
        present.values().stream()
            .filter(item -> !seen.containsKey(item.id()))
            .map(Equipment::code)
            .sorted()
            .toList();
    if (!forgotten.isEmpty()) {
      problems.reject(
          "items",
          "equipment-not-looked-for",
          forgotten.stream().limit(20).collect(Collectors.joining(", ")));
    }
    problems.requireNone();
    var taken =
        new Stocktaking(
            requested.id(),
            on.communeId(),
            requested.on(),
            paper,
            on.person().id(),
            clock.now(),
            present.size(),
            of(seen, Seen.MISSING),
            of(seen, Seen.BROKEN));
    table.insert(taken);
    log.record(
        Event.of(TeamWorkEvent.STOCK_TAKEN)
            .by(on.person().actor())
            .about("area", on.communeId(), null)
            .fact("expected", taken.expected())
            .fact("missing", taken.missing())
            .fact("broken", taken.broken())
            .detail("paper", paper));
    return taken;
  }

  private static boolean isSame(
      Stocktaking there, TeamCommunes.On on, NewStocktaking sent, String paper) {
    return there.communeId().equals(on.communeId())
        && there.on().equals(sent.on())
        && there.paper().equals(paper)
        && there.expected() == sent.items().size()
        && there.missing().equals(of(sent, Seen.MISSING))
        && there.broken().equals(of(sent, Seen.BROKEN));
  }

  private static List<UUID> of(NewStocktaking sent, Seen seen) {
    return sent.items().stream()
        .filter(each -> each.seen() == seen)
        .map(SeenItem::id)
        .sorted()
        .toList();
  }

  /// In which commune an item lies today: where the one that received it is, or, where that was
  /// divided, where its team lies; what such a one had in store lies nowhere until it is taken
  /// over.
  UUID lies(Equipment item) {
    UUID today = communes.today(item.communeId());
    UUID teamId = item.teamId();
    return teamId == null || communes.isPresent(today)
        ? today
        : membership.findTeam(teamId).map(communes::communeOf).orElse(today);
  }

  private static List<UUID> of(Map<UUID, Seen> all, Seen seen) {
    return all.entrySet().stream()
        .filter(each -> each.getValue() == seen)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private void day(LocalDate on, FieldProblems problems) {
    LocalDate today = clock.today();
    if (on.isAfter(today)) {
      problems.reject("on", "past-or-present");
    } else if (on.isBefore(today.minusYears(OLDEST_YEARS))) {
      problems.reject("on", "team-day-far", OLDEST_YEARS * 365);
    }
  }
}
