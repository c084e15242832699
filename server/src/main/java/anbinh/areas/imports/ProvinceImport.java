package anbinh.areas.imports;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.UnitTable;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.sheet.ReadList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a province, its communes and what they were before out of an [AddressFile]: all of it, or
/// nothing. Safe for many threads.
@Component
public class ProvinceImport {
  private final Areas areas;
  private final UnitTable table;
  private final Access access;
  private final Messages messages;
  private final Ids ids;
  private final AuditLog log;

  ProvinceImport(
      Areas areas, UnitTable table, Access access, Messages messages, Ids ids, AuditLog log) {
    this.areas = areas;
    this.table = table;
    this.access = access;
    this.messages = messages;
    this.ids = ids;
    this.log = log;
  }

  /// What applying the file would do.
  ///
  /// @throws anbinh.platform.Problem when it is no such file, or the province is not the person's
  AreaReport check(byte[] file, String province, Person by) {
    return read(file, province, by, this::require).report();
  }

  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws anbinh.platform.Problem as [#check] does, when any row is wrong, and when it is
  ///   another file than the checked one
  @Transactional
  AreaReport apply(byte[] file, String province, @Nullable String checked, Person by) {
    return read(file, province, by, this::require).requireRight(checked).apply();
  }

  /// The same for somebody who is not signed in.
  @Transactional
  public AreaReport fill(byte[] file, String province, Person by) {
    return read(file, province, by, _ -> {}).requireRight(null).apply();
  }

  private ReadList<AreaReport> read(
      byte[] file, String province, Person by, Consumer<@Nullable UUID> right) {
    var summary = new AreaImportSummary(messages);
    ProvincePlan plan = plan(AddressFile.read(file, province), summary, right);
    AreaReport report = summary.report(file);
    boolean nothing = plan.units().isEmpty() && plan.numbered().isEmpty();
    return new ReadList<>(report, nothing ? null : () -> write(plan, report, province, by));
  }

  private void write(ProvincePlan plan, AreaReport report, String province, Person by) {
    table.insert(plan.units());
    table.insertSuccessions(plan.successions());
    plan.numbered().forEach(each -> table.number(each.id(), each.code(), each.kind()));
    log.record(
        Event.of(AreaEvent.IMPORTED)
            .by(by.actor())
            .about("area-list", ids.next(), province)
            .fact("added", report.fresh())
            .fact("changed", report.changed())
            .fact("past", report.past())
            .fact("sha256", report.sha256()));
  }

  private void require(@Nullable UUID province) {
    access.require(province, Role.ADMINISTRATOR);
  }

  private ProvincePlan plan(
      AddressFile file, AreaImportSummary summary, Consumer<@Nullable UUID> right) {
    List<Area> present = areas.list();
    UUID province = ProvincePlan.findProvince(file, present).map(Area::id).orElse(null);
    right.accept(province);
    List<UUID> parents = new ArrayList<>();
    if (province != null) {
      parents.add(province);
      present.stream()
          .filter(area -> province.equals(area.parentId()))
          .map(Area::id)
          .forEach(parents::add);
    }
    var plan = new ProvincePlan(summary, ids);
    plan.make(file, new ProvincePlan.Known(present, table.listPastWithin(parents)));
    return plan;
  }
}
