package anbinh.demo.seed;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.platform.Messages;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import anbinh.programme.activity.ProgrammeActivities;
import anbinh.programme.activity.ProgrammeActivities.ActivityForm;
import anbinh.programme.assessment.ProgrammeAssessment.Conclusion;
import anbinh.programme.assessment.ProgrammeAssessment.Result;
import anbinh.programme.assessment.ProgrammeAssessments;
import anbinh.programme.assessment.ProgrammeAssessments.NewProgrammeAssessment;
import anbinh.programme.assessment.ProgrammeAssessments.ProgrammeAnswer;
import anbinh.programme.assessment.ProgrammeAssessments.ProgrammeVerdict;
import anbinh.programme.assessment.ProgrammeAssessments.VerdictOutcome;
import anbinh.programme.copy.ProgrammeCopies;
import anbinh.programme.copy.ProgrammeCopies.NewCopies;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeContent;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import anbinh.programme.lifecycle.ProgrammeForms.NewProgramme;
import anbinh.programme.lifecycle.ProgrammeForms.ProgrammeDecision;
import anbinh.programme.lifecycle.ProgrammeProposal.Outcome;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeTable.Requested;
import anbinh.programme.lifecycle.Programmes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the programmes of a demonstration, each labelled as simulated: one that was assessed and
/// recommended, with a copy of it that waits for the chair, and numbers before and after.
@Component
class ProgrammeDemoSeeder {
  private static final String SIMULATED = " (mô phỏng)";
  private static final int MONTHS_AGO = 17;

  private final Programmes programmes;
  private final ProgrammeTable table;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final ProgrammeActivities activities;
  private final ProgrammeAssessments assessments;
  private final ProgrammeCopies copies;
  private final IndicatorDemoSeeder indicators;
  private final SiteClock clock;
  private final Areas areas;

  ProgrammeDemoSeeder(
      Programmes programmes,
      ProgrammeTable table,
      ProgrammeProposalTable proposals,
      ProgrammeKinds kinds,
      KindTexts texts,
      ProgrammeActivities activities,
      ProgrammeAssessments assessments,
      ProgrammeCopies copies,
      IndicatorDemoSeeder indicators,
      SiteClock clock,
      Areas areas) {
    this.programmes = programmes;
    this.table = table;
    this.proposals = proposals;
    this.kinds = kinds;
    this.texts = texts;
    this.activities = activities;
    this.assessments = assessments;
    this.copies = copies;
    this.indicators = indicators;
    this.clock = clock;
    this.areas = areas;
  }

  /// For a village of a commune that has no programme.
  @Transactional
  public void make(UUID communeId, UUID villageId, Person officer, Person chair) {
    Set<UUID> below = areas.below(communeId);
    if (table.count(new Requested(below, null, null, SearchTerms.NONE, false, false), 1) > 0) {
      return;
    }
    LocalDate on = clock.today().minusMonths(MONTHS_AGO);
    ProgrammeKind kind =
        kinds.list(null, 10).stream()
            .filter(each -> each.code().equals("BOARDING_HOUSE"))
            .findFirst()
            .orElseThrow();
    KindText text = texts.text(kind, Messages.VIETNAMESE);
    Programme made =
        programmes.propose(
            new NewProgramme(
                kind.id(),
                kind.version(),
                List.of(villageId),
                text.name() + SIMULATED,
                new ProgrammeContent(
                    text.goal(),
                    text.rules(),
                    text.criteria(),
                    List.of(
                        new ProgrammePartner(
                            PartnerKind.YOUTH_UNION, "Đoàn Thanh niên xã" + SIMULATED, null),
                        new ProgrammePartner(
                            PartnerKind.FRONT,
                            "Ban công tác Mặt trận thôn" + SIMULATED,
                            "Nhà văn hóa thôn")),
                    List.of(Indicator.THEFTS, Indicator.ORDER_VIOLATIONS))),
            officer);
    UUID id = made.id();
    programmes.decide(
        id,
        new ProgrammeDecision(
            proposals.findPending(id).orElseThrow().id(),
            1,
            Outcome.ACCEPTED,
            null,
            "MP-11/QĐ-UBND",
            on,
            chair.displayName()),
        chair);
    activity(id, on.plusDays(20), "Ra mắt câu lạc bộ, ký cam kết", 46, 21, 18, officer);
    activity(id, on.plusMonths(4), "Sinh hoạt quý, tập huấn chữa cháy", 38, 17, 16, officer);
    assess(id, on, text, officer, chair);
    indicators.make(communeId, villageId, on, officer);
    List<UUID> others = new ArrayList<>();
    for (Area area : areas.list()) {
      if (area.kind() == AreaKind.RESIDENTIAL_AREA
          && below.contains(area.id())
          && !area.id().equals(villageId)
          && others.isEmpty()) {
        others.add(area.id());
      }
    }
    if (!others.isEmpty()) {
      copies.copy(
          id,
          new NewCopies(
              1, others, null, places(text.rules().size()), places(text.criteria().size())),
          officer);
    }
  }

  private static List<Integer> places(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private void assess(UUID id, LocalDate on, KindText text, Person officer, Person chair) {
    int year = clock.today().getYear() - 1;
    if (on.getYear() > year) {
      return;
    }
    UUID assessment =
        assessments
            .assess(
                id,
                new NewProgrammeAssessment(
                    null,
                    year,
                    1,
                    text.criteria().stream()
                        .map(_ -> new ProgrammeAnswer(Result.MET, null))
                        .toList(),
                    Conclusion.RECOMMEND,
                    "Câu lạc bộ sinh hoạt đều, đề nghị nhân rộng" + SIMULATED,
                    2,
                    2),
                officer)
            .id();
    assessments.decide(
        id, assessment, new ProgrammeVerdict(VerdictOutcome.CONFIRMED, null, null, null), chair);
  }

  private void activity(
      UUID id, LocalDate on, String what, int attended, int women, int youth, Person by) {
    activities.add(
        id,
        new ActivityForm(
            null,
            null,
            on,
            what + SIMULATED,
            "Nhà văn hóa thôn",
            List.of(PartnerKind.YOUTH_UNION, PartnerKind.POLICE),
            attended,
            women,
            youth,
            null),
        null,
        by);
  }
}
