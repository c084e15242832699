package anbinh.demo.seed;

import anbinh.identity.Person;
import anbinh.measure.kind.MeasureKind;
import anbinh.measure.register.MeasureContent.TaskKind;
import anbinh.measure.register.MeasureContent.TaskResult;
import anbinh.measure.register.MeasureForms.MeasureTaskDone;
import anbinh.measure.register.MeasureForms.NewMeasure;
import anbinh.measure.register.MeasureForms.NewMeasureHelper;
import anbinh.measure.register.MeasureForms.NewMeasureTask;
import anbinh.measure.register.MeasureHelp;
import anbinh.measure.register.MeasureTable;
import anbinh.measure.register.Measures;
import anbinh.platform.Ids;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a few legal measures of a demonstration, of nobody, each named as simulated.
@Component
class MeasureDemoSeeder {
  private static final String SIMULATED = " (mô phỏng)";

  private final Measures measures;
  private final MeasureHelp help;
  private final MeasureTable table;
  private final Ids ids;

  MeasureDemoSeeder(Measures measures, MeasureHelp help, MeasureTable table, Ids ids) {
    this.measures = measures;
    this.help = help;
    this.table = table;
    this.ids = ids;
  }

  /// One that is helped with, one that is only kept, and one that waits for the chair, for a
  /// commune that has none.
  ///
  /// @param helper of a team of the village
  @Transactional
  public void make(UUID villageId, Person officer, Person chair, Person helper) {
    if (table.isAnyIn(measures.communeOf(villageId))) {
      return;
    }
    LocalDate today = measures.today();
    UUID helped =
        record(villageId, MeasureKind.COMMUNE_EDUCATION, "Người Giả Định Một", "MP-41", officer);
    measures.confirm(helped, 1, chair);
    help.assign(helped, new NewMeasureHelper(helper.id(), null, true), officer);
    UUID visited = ids.next();
    help.set(
        helped, new NewMeasureTask(visited, TaskKind.VISIT, today.minusDays(3), null), officer);
    help.done(helped, visited, new MeasureTaskDone(TaskResult.DONE, today.minusDays(3)), officer);
    help.set(
        helped,
        new NewMeasureTask(ids.next(), TaskKind.VOCATIONAL_TRAINING, today.plusDays(9), null),
        officer);
    UUID kept =
        record(villageId, MeasureKind.RETURN_TO_COMMUNITY, "Người Giả Định Hai", "MP-42", officer);
    measures.confirm(kept, 1, chair);
    record(villageId, MeasureKind.AFTER_REHABILITATION, "Người Giả Định Ba", "MP-43", officer);
  }

  private UUID record(
      UUID villageId, MeasureKind kind, String name, String number, Person officer) {
    LocalDate today = measures.today();
    return measures
        .record(
            new NewMeasure(
                ids.next(),
                kind,
                villageId,
                name + SIMULATED,
                false,
                number + "/QĐ-UBND",
                "Chủ tịch Ủy ban nhân dân phường" + SIMULATED,
                "Theo quyết định" + SIMULATED,
                today.minusDays(20),
                today.minusDays(20),
                today.plusDays(100)),
            officer)
        .id();
  }
}
