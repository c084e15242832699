package anbinh.teamwork.equipment;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.equipment.EquipmentForms.NewEquipment;
import anbinh.teamwork.equipment.EquipmentForms.NewMove;
import anbinh.teamwork.equipment.EquipmentForms.NewStocktaking;
import anbinh.teamwork.equipment.EquipmentTable.Moved;
import anbinh.teamwork.equipment.EquipmentTable.Stocktaking;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/team-equipment`: the ledger of a commune, kept by its officer and read by its chair.
/// Whoever has something is named, so each reading is an entry of the log.
@RestController
@RequestMapping("/api/team-equipment")
class EquipmentController {
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  private static final int MAX_MOVES = 200;

  private final EquipmentLedger ledger;
  private final EquipmentTable table;
  private final TeamMembership membership;
  private final TeamCommunes communes;
  private final Access access;
  private final People people;
  private final AuditLog log;

  EquipmentController(
      EquipmentLedger ledger,
      EquipmentTable table,
      TeamMembership membership,
      TeamCommunes communes,
      Access access,
      People people,
      AuditLog log) {
    this.ledger = ledger;
    this.table = table;
    this.membership = membership;
    this.communes = communes;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// Who has an item.
  ///
  /// @param name null once erased
  /// @param leftOn the first day without them; null for who is there
  record Holder(
      UUID memberId,
      UUID teamId,
      String teamName,
      @Nullable String name,
      @Nullable LocalDate leftOn) {}

  /// @param communeId where it lies today
  record ItemView(
      UUID id,
      String code,
      UUID communeId,
      Equipment.Kind kind,
      String name,
      @Nullable String serial,
      Equipment.State state,
      @Nullable Holder holder,
      int moves) {}

  record MoveView(
      int number,
      Equipment.Move move,
      LocalDate on,
      @Nullable String paper,
      @Nullable Holder holder,
      @Nullable String note,
      PersonName by,
      Instant at) {}

  /// An item with its last 200 moves, newest first.
  ///
  /// @param more whether there were others before them
  /// @param mayTakeOver whether it is still of a commune that was divided, and the reader may take
  ///   it over
  record ItemHistory(
      ItemView item, List<MoveView> moves, boolean more, boolean mayKeep, boolean mayTakeOver) {
    ItemHistory {
      moves = List.copyOf(moves);
    }
  }

  record StocktakingView(
      UUID id,
      LocalDate on,
      String paper,
      PersonName by,
      Instant at,
      int expected,
      List<ItemView> missing,
      List<ItemView> broken) {
    StocktakingView {
      missing = List.copyOf(missing);
      broken = List.copyOf(broken);
    }
  }

  /// Newest first. Each word of `q` is sought in code, name and serial number.
  @GetMapping
  Page<ItemView> list(
      @RequestParam(required = false) @Nullable UUID communeId,
      @RequestParam(required = false) Equipment.@Nullable State state,
      @RequestParam(required = false) Equipment.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable UUID memberId,
      @RequestParam(defaultValue = "") String q,
      PageRequest page) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    Conditions filter = table.filter(on.within(), state, kind, memberId, SearchTerms.parse(q));
    Page<Equipment> cut =
        Page.of(
            table.list(filter, page.after(), page.rows()),
            page,
            Page.byId(Equipment::id),
            most -> table.count(filter, most));
    read(on, cut.items().size());
    return cut.with(views(cut.items()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Page<ItemView> receive(@Valid @RequestBody NewEquipment requested) {
    TeamCommunes.On on = communes.require(requested.communeId(), Role.COMMUNITY_OFFICER);
    return Page.all(views(ledger.receive(on, requested)));
  }

  /// What people have who left their team, those who left first at the top.
  @GetMapping("/outstanding")
  Page<ItemView> outstanding(
      @RequestParam(required = false) @Nullable UUID communeId, PageRequest page) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    Page<ItemView> cut =
        Page.read(
            page,
            item -> List.of(leftOn(item).toString(), item.id().toString()),
            rows ->
                views(
                    table.outstanding(
                        on.within(),
                        page.key(0, LocalDate::parse).orElse(null),
                        page.key(1, UUID::fromString).orElse(null),
                        rows)));
    read(on, cut.items().size());
    return cut;
  }

  private static LocalDate leftOn(ItemView item) {
    return Objects.requireNonNull(Objects.requireNonNull(item.holder()).leftOn());
  }

  @GetMapping("/stocktakings")
  Page<StocktakingView> stocktakings(
      @RequestParam(required = false) @Nullable UUID communeId, PageRequest page) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    Page<Stocktaking> cut =
        Page.read(
            page,
            Page.byId(Stocktaking::id),
            rows -> table.stocktakings(on.within(), page.after(), rows));
    read(on, cut.items().size());
    Map<UUID, ItemView> items = new HashMap<>();
    List<UUID> ids = new ArrayList<>();
    cut.items()
        .forEach(each -> {
          ids.addAll(each.missing());
          ids.addAll(each.broken());
        });
    views(table.list(ids)).forEach(item -> items.put(item.id(), item));
    Map<UUID, String> names = people.displayNames(Ids.of(cut.items(), Stocktaking::by));
    return cut.map(each ->
        new StocktakingView(
            each.id(),
            each.on(),
            each.paper(),
            PersonName.of(each.by(), names),
            each.at(),
            each.expected(),
            of(each.missing(), items),
            of(each.broken(), items)));
  }

  @PostMapping("/stocktakings")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void take(@Valid @RequestBody NewStocktaking requested) {
    ledger.take(communes.require(requested.communeId(), Role.COMMUNITY_OFFICER), requested);
  }

  @GetMapping("/{id}")
  ItemHistory read(@PathVariable UUID id) {
    access.require(OFFICE);
    Equipment item = ledger.get(id);
    TeamCommunes.On on = communes.requireOf(item.communeId(), OFFICE);
    List<Moved> found = table.moves(id, MAX_MOVES + 1);
    List<Moved> moves = found.stream().limit(MAX_MOVES).toList();
    boolean officer = access.may(on.person(), on.communeId(), Role.COMMUNITY_OFFICER);
    Map<UUID, Holder> holders = holders(Ids.of(moves, Moved::memberId));
    Map<UUID, String> names = people.displayNames(Ids.of(moves, Moved::by));
    read(on, 1);
    return new ItemHistory(
        views(List.of(item)).getFirst(),
        moves.stream()
            .map(each ->
                new MoveView(
                    each.number(),
                    each.move(),
                    each.on(),
                    each.paper(),
                    each.memberId() == null ? null : holders.get(each.memberId()),
                    each.note(),
                    PersonName.of(each.by(), names),
                    each.at()))
            .toList(),
        found.size() > MAX_MOVES,
        officer,
        officer
            && item.state() != Equipment.State.WRITTEN_OFF
            && !communes.today(item.communeId()).equals(on.communeId()));
  }

  @PostMapping("/{id}/movements")
  ItemView move(@PathVariable UUID id, @Valid @RequestBody NewMove requested) {
    access.require(Role.COMMUNITY_OFFICER);
    TeamCommunes.On on = communes.requireOf(ledger.get(id).communeId(), Role.COMMUNITY_OFFICER);
    return views(List.of(ledger.move(id, requested, on.communeId(), on.person()))).getFirst();
  }

  private void read(TeamCommunes.On on, int count) {
    log.record(
        Event.of(TeamWorkEvent.EQUIPMENT_READ)
            .by(on.person().actor())
            .about("area", on.communeId(), null)
            .fact("count", count));
  }

  private List<ItemView> views(List<Equipment> some) {
    Map<UUID, Holder> holders = holders(Ids.of(some, Equipment::memberId));
    return some.stream()
        .map(item ->
            new ItemView(
                item.id(),
                item.code(),
                ledger.lies(item),
                item.kind(),
                item.name(),
                item.serial(),
                item.state(),
                item.memberId() == null ? null : holders.get(item.memberId()),
                item.moves()))
        .toList();
  }

  private Map<UUID, Holder> holders(Collection<UUID> ids) {
    List<Member> found = membership.listMembers(ids.stream().distinct().toList());
    Map<UUID, String> names = new HashMap<>();
    for (Team team : membership.listTeams(Ids.of(found, Member::teamId))) {
      names.put(team.id(), team.name());
    }
    Map<UUID, Holder> holders = new HashMap<>();
    found.forEach(member ->
        holders.put(
            member.id(),
            new Holder(
                member.id(),
                member.teamId(),
                names.getOrDefault(member.teamId(), ""),
                member.name(),
                member.leftOn())));
    return holders;
  }

  private static List<ItemView> of(List<UUID> ids, Map<UUID, ItemView> items) {
    return ids.stream().map(items::get).filter(Objects::nonNull).toList();
  }
}
