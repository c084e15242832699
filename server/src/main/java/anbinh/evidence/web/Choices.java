package anbinh.evidence.web;

import anbinh.evidence.message.Channels;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.form.RequestRules;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.web.ChoicesView.BasisChoice;
import anbinh.evidence.web.ChoicesView.Choice;
import anbinh.evidence.web.ChoicesView.Limits;
import anbinh.platform.Messages;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// The closed lists and limits as they are today.
@Component
class Choices {
  private final Messages messages;
  private final EvidenceSettings settings;
  private final Caps caps;
  private final Channels channels;
  private final SiteClock clock;

  Choices(
      Messages messages, EvidenceSettings settings, Caps caps, Channels channels, SiteClock clock) {
    this.messages = messages;
    this.settings = settings;
    this.caps = caps;
    this.channels = channels;
    this.clock = clock;
  }

  ChoicesView today() {
    LocalDate day = clock.today();
    return new ChoicesView(
        list("purpose", Purpose.values()),
        LegalBasis.inForceOn(day).stream()
            .map(basis ->
                new BasisChoice(
                    basis.name(),
                    text("basis", basis),
                    messages.text("evidence.basis." + basis + ".article")))
            .toList(),
        list("offence", Offence.values()),
        list("subject", SubjectClass.values()),
        reasons(DecisionOutcome.APPROVE),
        reasons(DecisionOutcome.APPROVE_LESS),
        reasons(DecisionOutcome.REFUSE),
        list("urgent", UrgentReason.values()),
        channels.on(),
        new Limits(
            caps.mostCameras(),
            caps.mostCameraTime().toMillis(),
            caps.ordinaryCameras(),
            caps.ordinaryCameraTime().toMillis(),
            caps.ordinaryAge().toDays(),
            RequestRules.MIN_NECESSITY,
            RequestRules.MAX_NECESSITY,
            settings.decideWithin().toMillis(),
            settings.ratifyWithin().toMillis()));
  }

  private List<Choice> reasons(DecisionOutcome outcome) {
    return list("reason", DecisionReason.listFor(outcome).toArray(DecisionReason[]::new));
  }

  private List<Choice> list(String kind, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> new Choice(value.name(), text(kind, value))).toList();
  }

  private String text(String kind, Enum<?> value) {
    return messages.text("evidence." + kind + "." + value.name());
  }
}
