package anbinh.teamwork.equipment;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.FakeShortCodes;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.member.FakeMembership;
import anbinh.team.unit.FakeCommunes;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.equipment.Equipment.Kind;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is received, to whom it goes and what is missing; DutyIT has the database.
class EquipmentLedgerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final UUID RECEIPT = new UUID(9, 1);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final FakeMembership membership = new FakeMembership();
  private final FakeCommunes communes = new FakeCommunes();
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final Team team = team(1, COMMUNE);
  private final UUID an =
      membership
          .serving(
              team, 1, "Nguyễn Văn An", null, LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1))
          .id();
  private final EquipmentLedger ledger = ledger();

  private static final class Rows extends EquipmentTable {
    private final Map<UUID, Equipment> rows = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> receipts = new HashMap<>();
    private final Map<UUID, List<Moved>> moves = new HashMap<>();
    private final Map<UUID, Stocktaking> taken = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null, null);
    }

    @Override
    Optional<Equipment> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    Optional<Equipment> findForUpdate(UUID id) {
      return find(id);
    }

    @Override
    void lockForUpdate(UUID communeId) {
      // One thread is alone here.
    }

    @Override
    List<Equipment> present(Collection<UUID> some) {
      return rows.values().stream()
          .filter(each -> some.contains(each.communeId()) && each.state() != State.WRITTEN_OFF)
          .toList();
    }

    @Override
    List<String> taken(Collection<UUID> some, Kind kind, Collection<String> serials) {
      List<String> sought = serials.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
      return present(some).stream()
          .filter(each -> each.kind() == kind)
          .flatMap(each -> Stream.ofNullable(each.serial()))
          .filter(each -> sought.contains(each.toLowerCase(Locale.ROOT)))
          .toList();
    }

    @Override
    Optional<Receipt> findReceipt(UUID id) {
      return Optional.ofNullable(receipts.get(id))
          .map(items -> {
            Moved first = all(items.getFirst()).getFirst();
            return new Receipt(
                items.stream().map(each -> find(each).orElseThrow()).toList(),
                first.on(),
                first.paper());
          });
    }

    @Override
    void insert(Equipment item, UUID receipt) {
      rows.put(item.id(), item);
      receipts.computeIfAbsent(receipt, _ -> new ArrayList<>()).add(item.id());
    }

    @Override
    void insert(UUID item, Moved moved) {
      moves.computeIfAbsent(item, _ -> new ArrayList<>()).add(moved);
    }

    @Override
    void update(UUID id, State state, @Nullable UUID teamId, @Nullable UUID memberId, int number) {
      rows.computeIfPresent(
          id, (_, there) -> with(there, there.communeId(), state, teamId, memberId, number));
    }

    @Override
    void setCommune(UUID id, UUID communeId) {
      rows.computeIfPresent(
          id,
          (_, there) ->
              with(
                  there,
                  communeId,
                  there.state(),
                  there.teamId(),
                  there.memberId(),
                  there.moves()));
    }

    private static Equipment with(
        Equipment one,
        UUID commune,
        State state,
        @Nullable UUID teamId,
        @Nullable UUID memberId,
        int number) {
      return new Equipment(
          one.id(),
          one.code(),
          commune,
          one.kind(),
          one.name(),
          one.serial(),
          state,
          teamId,
          memberId,
          number);
    }

    private List<Moved> all(UUID item) {
      return Objects.requireNonNull(moves.get(item));
    }

    @Override
    List<Moved> moves(UUID id, int most) {
      return all(id).reversed().stream().limit(most).toList();
    }

    @Override
    void insert(Stocktaking one) {
      taken.put(one.id(), one);
    }

    @Override
    Optional<Stocktaking> findStocktaking(UUID id) {
      return Optional.ofNullable(taken.get(id));
    }
  }

  private EquipmentLedger ledger() {
    InstantSource source = InstantSource.fixed(NOW);
    var site = new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true);
    return new EquipmentLedger(
        table,
        membership,
        communes,
        new SiteClock(source, site),
        new FakeShortCodes(),
        new Ids(source, new Random(1)),
        log);
  }

  private Team team(int number, UUID commune) {
    return communes.add(
        membership.add(
            new Team(
                new UUID(4, number),
                "TEAM-000" + number,
                commune,
                "Tổ",
                false,
                LocalDate.of(2025, 1, 1),
                null)));
  }

  private TeamCommunes.On here() {
    return FakeCommunes.on(COMMUNE, officer);
  }

  private static NewEquipment received(
      UUID id, @Nullable List<String> serials, @Nullable Integer count) {
    return new NewEquipment(
        id, COMMUNE, Kind.SUPPORT_TOOL, "Gậy", serials, count, TODAY.minusDays(9), "01/BB");
  }

  private Equipment one() {
    return ledger.receive(here(), received(RECEIPT, List.of("A1"), null)).getFirst();
  }

  private NewMove move(Equipment item, Move move, @Nullable UUID member, @Nullable String paper) {
    return new NewMove(
        table.find(item.id()).orElseThrow().moves(), move, TODAY, member, paper, null);
  }

  private Equipment moved(
      Equipment item, Move move, @Nullable UUID member, @Nullable String paper) {
    return ledger.move(item.id(), move(item, move, member, paper), COMMUNE, officer);
  }

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  private static List<String> wrong(ThrowingCallable tried) {
    return catchThrowableOfType(Problem.class, tried).fields().stream()
        .map(FieldProblem::code)
        .toList();
  }

  @Test
  void eachNumberIsAnItemAndSoIsEachOfACount() {
    List<Equipment> numbered =
        ledger.receive(here(), received(RECEIPT, List.of(" A1 ", "A2"), null));
    assertThat(numbered).extracting(Equipment::serial).containsExactly("A1", "A2");
    List<Equipment> counted = ledger.receive(here(), received(new UUID(9, 2), null, 3));
    assertThat(counted).hasSize(3).allSatisfy(each -> assertThat(each.serial()).isNull());
    assertThat(Stream.concat(numbered.stream(), counted.stream()).map(Equipment::code))
        .doesNotHaveDuplicates();
  }

  @Test
  void numbersOrACountAndNotBoth() {
    assertThat(wrong(() -> ledger.receive(here(), received(RECEIPT, null, null))))
        .containsExactly("equipment-serials-or-count");
    assertThat(wrong(() -> ledger.receive(here(), received(RECEIPT, List.of("A1"), 1))))
        .containsExactly("equipment-serials-or-count");
    assertThat(wrong(() -> ledger.receive(here(), received(RECEIPT, List.of("a1", "A1"), null))))
        .containsExactly("equipment-serial-twice");
  }

  @Test
  void aNumberIsGivenOnceUntilTheItemIsWrittenOff() {
    Equipment item = one();
    assertThat(wrong(() -> ledger.receive(here(), received(new UUID(9, 2), List.of("a1"), null))))
        .containsExactly("equipment-serial-taken");
    moved(item, Move.WRITTEN_OFF, null, "02/BB");
    assertThat(ledger.receive(here(), received(new UUID(9, 2), List.of("a1"), null))).hasSize(1);
  }

  @Test
  void aReceiptThatIsSentTwiceIsThereOnce() {
    Equipment item = one();
    assertThat(one()).isEqualTo(item);
    assertThat(log.types()).containsExactly(TeamWorkEvent.EQUIPMENT_RECEIVED);
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> ledger.receive(here(), received(RECEIPT, List.of("A2"), null)));
    assertThat(ledger.receive(here(), received(RECEIPT, List.of("A1"), null)).getFirst().state())
        .isEqualTo(State.IN_STORE);
  }

  @Test
  void anotherCommunesReceiptIsNotAnswered() {
    one();
    TeamCommunes.On other = FakeCommunes.on(OTHER_COMMUNE, officer);
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> ledger.receive(other, received(RECEIPT, List.of("A1"), null)));
  }

  @Test
  void aReceiptIsOfTheLastTenYears() {
    for (LocalDate day : List.of(TODAY.plusDays(1), TODAY.minusYears(10).minusDays(1))) {
      var said = new NewEquipment(RECEIPT, COMMUNE, Kind.LIGHT, "Đèn", null, 1, day, "01/BB");
      assertThat(wrong(() -> ledger.receive(here(), said)))
          .containsAnyOf("past-or-present", "team-day-far");
    }
  }

  @Test
  void itIsIssuedByAPaperToSomebodyInATeamOfTheCommune() {
    Equipment item = one();
    assertThat(wrong(() -> moved(item, Move.ISSUED, an, " "))).containsExactly("required");
    assertThat(wrong(() -> moved(item, Move.ISSUED, null, "02/BB"))).containsExactly("required");
    Team far = team(2, OTHER_COMMUNE);
    UUID stranger = membership.add(member(far, 2, Member.State.RECOGNISED, null)).id();
    UUID left = membership.add(member(team, 3, Member.State.LEFT, TODAY)).id();
    UUID proposed = membership.add(member(team, 4, Member.State.PROPOSED, null)).id();
    for (UUID none : List.of(stranger, left, proposed, new UUID(6, 9))) {
      assertThat(wrong(() -> moved(item, Move.ISSUED, none, "02/BB")))
          .containsExactly("team-no-such-member");
    }
    Equipment issued = moved(item, Move.ISSUED, an, "02/BB");
    assertThat(issued.state()).isEqualTo(State.ISSUED);
    assertThat(issued.memberId()).isEqualTo(an);
    assertThat(log.last(TeamWorkEvent.EQUIPMENT_MOVED).facts()).containsEntry("member", an);
  }

  private static Member member(
      Team of, int number, Member.State state, @Nullable LocalDate leftOn) {
    return FakeMembership.member(of.id(), number, "Lê Văn Cường", null, state, leftOn);
  }

  @Test
  void whatComesBackOrIsLostSaysFromWhom() {
    Equipment item = one();
    moved(item, Move.ISSUED, an, "02/BB");
    assertThat(wrong(() -> moved(item, Move.RETURNED, an, null)))
        .containsExactly("equipment-no-member");
    Equipment back = moved(item, Move.RETURNED, null, null);
    assertThat(back.memberId()).isNull();
    assertThat(table.moves(item.id(), 1).getFirst().memberId()).isEqualTo(an);
    moved(item, Move.ISSUED, an, "03/BB");
    moved(item, Move.WRITTEN_OFF, null, "04/BB");
    assertThat(table.moves(item.id(), 1).getFirst().memberId()).isEqualTo(an);
  }

  @Test
  void nobodyMovesWhatTheyDidNotSeeOrWhatCannotBeMovedSo() {
    Equipment item = one();
    NewMove seen = move(item, Move.SENT_TO_REPAIR, null, null);
    moved(item, Move.ISSUED, an, "02/BB");
    assertRefused(
        TeamWorkProblem.EQUIPMENT_CHANGED, () -> ledger.move(item.id(), seen, COMMUNE, officer));
    assertRefused(TeamWorkProblem.EQUIPMENT_STATE, () -> moved(item, Move.ISSUED, an, "03/BB"));
    assertRefused(TeamWorkProblem.EQUIPMENT_STATE, () -> moved(item, Move.REPAIRED, null, null));
    moved(item, Move.WRITTEN_OFF, null, "04/BB");
    assertRefused(
        TeamWorkProblem.EQUIPMENT_STATE, () -> moved(item, Move.WRITTEN_OFF, null, "05/BB"));
    assertRefused(
        TeamWorkProblem.NO_SUCH_EQUIPMENT,
        () -> ledger.move(new UUID(0, 9), seen, COMMUNE, officer));
  }

  @Test
  void aMoveIsNotBeforeTheLastOneAndIsReceivedOnce() {
    Equipment item = one();
    moved(item, Move.ISSUED, an, "02/BB");
    var before = new NewMove(2, Move.RETURNED, TODAY.minusDays(1), null, null, null);
    assertThat(wrong(() -> ledger.move(item.id(), before, COMMUNE, officer)))
        .containsExactly("equipment-before-last");
    assertThat(wrong(() -> moved(item, Move.RECEIVED, null, "03/BB")))
        .containsExactly("equipment-received-once");
    var named = new NewMove(2, Move.RETURNED, TODAY, null, null, "Gọi 0912 345 678");
    assertThat(wrong(() -> ledger.move(item.id(), named, COMMUNE, officer)))
        .containsExactly("team-words-number");
  }

  @Test
  void anotherCommuneTakesOverWithWhoHasItAndNotItsOwn() {
    Equipment item = one();
    moved(item, Move.ISSUED, an, "02/BB");
    assertThat(wrong(() -> moved(item, Move.TAKEN_OVER, null, "03/BB")))
        .containsExactly("equipment-here");
    Equipment over =
        ledger.move(item.id(), move(item, Move.TAKEN_OVER, null, "03/BB"), OTHER_COMMUNE, officer);
    assertThat(over.communeId()).isEqualTo(OTHER_COMMUNE);
    assertThat(over.memberId()).isEqualTo(an);
    assertThat(over.state()).isEqualTo(State.ISSUED);
  }

  @Test
  void anItemLiesWhereItsCommuneWentOrWhereItsTeamLies() {
    Equipment item = one();
    assertThat(ledger.lies(item)).isEqualTo(COMMUNE);
    Equipment issued = moved(item, Move.ISSUED, an, "02/BB");
    communes.divide(COMMUNE, team, OTHER_COMMUNE);
    assertThat(ledger.lies(issued)).isEqualTo(OTHER_COMMUNE);
    Equipment stored = ledger.receive(here(), received(new UUID(9, 2), null, 1)).getFirst();
    assertThat(ledger.lies(stored)).as("nowhere that there is").isEqualTo(COMMUNE);
  }

  private static NewStocktaking stock(UUID id, SeenItem... items) {
    return new NewStocktaking(id, COMMUNE, TODAY, "05/BB", Arrays.asList(items));
  }

  private static SeenItem seen(Equipment item, Seen how) {
    return new SeenItem(item.id(), how);
  }

  @Test
  void everyItemIsLookedForAndNoneThatIsNotThere() {
    List<Equipment> items =
        ledger.receive(here(), received(RECEIPT, List.of("A1", "A2", "A3"), null));
    Equipment gone = items.get(2);
    moved(gone, Move.WRITTEN_OFF, null, "02/BB");
    Equipment first = items.get(0);
    Equipment second = items.get(1);
    assertThat(wrong(() -> ledger.take(here(), stock(RECEIPT, seen(first, Seen.GOOD)))))
        .as("what is missing cannot be passed over")
        .containsExactly("equipment-not-looked-for");
    assertThat(
            wrong(() ->
                ledger.take(
                    here(),
                    stock(
                        RECEIPT,
                        seen(first, Seen.GOOD),
                        seen(first, Seen.MISSING),
                        seen(second, Seen.GOOD),
                        seen(gone, Seen.GOOD)))))
        .containsExactly("equipment-serial-twice", "equipment-not-there");
    Stocktaking taken =
        ledger.take(here(), stock(RECEIPT, seen(first, Seen.MISSING), seen(second, Seen.BROKEN)));
    assertThat(taken.expected()).isEqualTo(2);
    assertThat(taken.missing()).containsExactly(first.id());
    assertThat(taken.broken()).containsExactly(second.id());
  }

  @Test
  void aStocktakingThatIsSentTwiceIsThereOnceAndNotTurnedIntoAnother() {
    Equipment item = one();
    UUID id = new UUID(9, 5);
    ledger.take(here(), stock(id, seen(item, Seen.MISSING)));
    ledger.take(here(), stock(id, seen(item, Seen.MISSING)));
    assertThat(log.types().stream().filter(TeamWorkEvent.STOCK_TAKEN::equals)).hasSize(1);
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE, () -> ledger.take(here(), stock(id, seen(item, Seen.GOOD))));
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () ->
            ledger.take(
                FakeCommunes.on(OTHER_COMMUNE, officer), stock(id, seen(item, Seen.MISSING))));
  }
}
