package anbinh.demo.seed;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.standard.StandardOutcome;
import anbinh.standard.assessment.Appraisals;
import anbinh.standard.assessment.Dossiers;
import anbinh.standard.assessment.Review;
import anbinh.standard.assessment.SelfAssessments;
import anbinh.standard.assessment.SelfAssessments.NewStandardAnswer;
import anbinh.standard.assessment.SelfAssessments.NewStandardEvidence;
import anbinh.standard.assessment.SelfAssessments.NewStandardMinutes;
import anbinh.standard.assessment.StandardTable;
import anbinh.standard.assessment.UnitRegistrations;
import anbinh.standard.assessment.UnitRegistrations.NewStandardRegistration;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardParticipant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a little of the yearly standard for a demonstration, labelled as simulated: one unit with
/// a certificate of last year that is half assessed this year, and one that waits for its
/// appraisal.
@Component
public class StandardDemoSeeder {
  private static final String LABEL = " (mô phỏng)";
  private static final String WHY = "Cả kỳ không có vụ việc nào như vậy" + LABEL;
  private static final String LATE = "Dữ liệu mô phỏng, tạo khi khởi động.";
  private static final int HOUSEHOLDS = 120;
  private static final int ANSWERED = 9;

  private final UnitRegistrations registrations;
  private final SelfAssessments assessments;
  private final Appraisals appraisals;
  private final Dossiers dossiers;
  private final StandardTable table;

  StandardDemoSeeder(
      UnitRegistrations registrations,
      SelfAssessments assessments,
      Appraisals appraisals,
      Dossiers dossiers,
      StandardTable table) {
    this.registrations = registrations;
    this.assessments = assessments;
    this.appraisals = appraisals;
    this.dossiers = dossiers;
    this.table = table;
  }

  /// Makes what is missing of this year's.
  @Transactional
  public void make(Area half, Area sent, Person head, Person officer, Person chair) {
    int year = dossiers.today().getYear();
    if (table.find(half.id(), year).isEmpty()) {
      if (table.find(half.id(), year - 1).isEmpty()) {
        certify(half, year - 1, head, officer, chair);
      }
      UUID id = register(half, year, head);
      dossiers.read(id).criteria().stream().limit(ANSWERED).forEach(each -> answer(id, each, head));
    }
    if (table.find(sent.id(), year).isEmpty()) {
      send(register(sent, year, head), head);
    }
  }

  private void certify(Area unit, int year, Person head, Person officer, Person chair) {
    LocalDate today = dossiers.today();
    UUID id = register(unit, year, head);
    assessments.addEvidence(
        id, new NewStandardEvidence("4.1", "Nghị quyết chi bộ" + LABEL, "03-NQ/CB", today), head);
    send(id, head);
    for (Criterion each : dossiers.read(id).criteria()) {
      appraisals.review(
          id,
          new Appraisals.NewStandardReview(
              each.code(), Review.Outcome.ACCEPTED, null, null, null, null, null),
          officer);
    }
    appraisals.propose(id, StandardOutcome.MET, null, officer);
    appraisals.decide(
        id,
        new Appraisals.NewStandardDecision(
            StandardOutcome.MET, "88/QĐ-UBND" + LABEL, today, null, LATE, null),
        chair);
    appraisals.certify(id, new Appraisals.StandardPaper("12/GCN" + LABEL, today), chair);
  }

  private UUID register(Area unit, int year, Person head) {
    return registrations
        .register(
            unit,
            new NewStandardRegistration(
                unit.id(),
                year,
                true,
                "03-NQ/CB" + LABEL,
                dossiers.today(),
                null,
                null,
                HOUSEHOLDS,
                HOUSEHOLDS,
                LATE),
            head)
        .id();
  }

  private void answer(UUID id, Criterion criterion, Person head) {
    assessments.answer(id, new NewStandardAnswer(criterion.code(), 0, true, 2, 3, null, WHY), head);
  }

  private void send(UUID id, Person head) {
    List<Criterion> criteria = dossiers.read(id).criteria();
    criteria.forEach(each -> answer(id, each, head));
    assessments.send(
        id,
        new NewStandardMinutes(
            dossiers.today(),
            head.displayName(),
            HOUSEHOLDS,
            96,
            4,
            95,
            1,
            List.of(
                StandardParticipant.Code.PARTY_ORGANISATION,
                StandardParticipant.Code.FRONT,
                StandardParticipant.Code.MASS_ORGANISATIONS,
                StandardParticipant.Code.POLICE),
            null),
        head);
  }
}
