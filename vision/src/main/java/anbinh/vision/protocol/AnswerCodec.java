package anbinh.vision.protocol;

import anbinh.vision.TimeSpan;
import anbinh.vision.protocol.AnalysisAnswer.CameraFinished;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.Ready;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes and reads answers.
public final class AnswerCodec {
  private AnswerCodec() {}

  /// Begins the answers.
  public static void writeHeader(OutputStream out) throws IOException {
    MessageWriter.header(out);
  }

  /// @throws ProtocolException where they are no answers of this version
  public static void readHeader(InputStream in) throws IOException {
    MessageReader.header(in);
  }

  public static void write(AnalysisAnswer answer, OutputStream out) throws IOException {
    MessageWriter message =
        switch (answer) {
          case Ready ready ->
              PassCodec.write(
                  ready.detector(),
                  PassCodec.write(ready.reader(), new MessageWriter(Messages.READY)));
          case PassFound found ->
              PassCodec.write(
                  found.pass(),
                  new MessageWriter(Messages.PASS_FOUND)
                      .number64(found.unit())
                      .text(found.camera()));
          case StepBegun begun ->
              StepCodec.write(
                  begun.step(), new MessageWriter(Messages.STEP_BEGUN).number64(begun.unit()));
          case UnitDone done ->
              write(
                  done.leftOut(),
                  new MessageWriter(Messages.UNIT_DONE)
                      .number64(done.unit())
                      .number32(done.decoded())
                      .number32(done.looks())
                      .number64(done.processorTime().toNanos()));
          case UnitFailed failed ->
              new MessageWriter(Messages.UNIT_FAILED).number64(failed.unit()).text(failed.reason());
          case CameraFinished finished ->
              new MessageWriter(Messages.CAMERA_FINISHED).text(finished.camera());
        };
    message.writeTo(out);
  }

  private static MessageWriter write(List<TimeSpan> spans, MessageWriter out) {
    out.number8(spans.size());
    spans.forEach(span -> out.time(span.from()).time(span.to()));
    return out;
  }

  /// The next one; null at the end.
  ///
  /// @throws ProtocolException where it is none
  public static @Nullable AnalysisAnswer read(InputStream in) throws IOException {
    MessageReader message = MessageReader.next(in);
    return message == null ? null : message.all(AnswerCodec::answer);
  }

  private static AnalysisAnswer answer(MessageReader message) throws ProtocolException {
    int kind = message.number8();
    return switch (kind) {
      case Messages.READY -> new Ready(PassCodec.version(message), PassCodec.version(message));
      case Messages.PASS_FOUND ->
          new PassFound(message.number64(), message.text(), PassCodec.pass(message));
      case Messages.STEP_BEGUN -> new StepBegun(message.number64(), StepCodec.step(message));
      case Messages.UNIT_DONE ->
          new UnitDone(
              message.number64(),
              message.number32(),
              message.number32(),
              Duration.ofNanos(message.number64()),
              spans(message));
      case Messages.UNIT_FAILED -> new UnitFailed(message.number64(), message.text());
      case Messages.CAMERA_FINISHED -> new CameraFinished(message.text());
      default -> throw new ProtocolException("there is no answer of kind " + kind);
    };
  }

  private static List<TimeSpan> spans(MessageReader in) {
    int count = in.number8();
    List<TimeSpan> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(new TimeSpan(in.time(), in.time()));
    }
    return spans;
  }
}
