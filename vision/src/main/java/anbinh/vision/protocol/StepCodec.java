package anbinh.vision.protocol;

import anbinh.vision.protocol.Step.Stage;
import java.util.ArrayList;
import java.util.List;

/// Writes and reads the fields of steps.
final class StepCodec {
  private StepCodec() {}

  static MessageWriter write(Step step, MessageWriter out) {
    return out.choice(step.stage()).number64(step.number());
  }

  static MessageWriter write(List<Step> steps, MessageWriter out) {
    out.number8(steps.size());
    steps.forEach(step -> write(step, out));
    return out;
  }

  static Step step(MessageReader in) throws ProtocolException {
    return new Step(in.needed(Stage.class), in.number64());
  }

  static List<Step> steps(MessageReader in) throws ProtocolException {
    int count = in.number8();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(step(in));
    }
    return steps;
  }
}
