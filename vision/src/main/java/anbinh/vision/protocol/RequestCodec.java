package anbinh.vision.protocol;

import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.AnalysisRequest.Finish;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Writes and reads requests.
public final class RequestCodec {
  private RequestCodec() {}

  /// Begins the requests.
  public static void writeHeader(OutputStream out) throws IOException {
    MessageWriter.header(out);
  }

  /// @throws ProtocolException where they are no requests of this version
  public static void readHeader(InputStream in) throws IOException {
    MessageReader.header(in);
  }

  public static void write(AnalysisRequest request, OutputStream out) throws IOException {
    MessageWriter message =
        switch (request) {
          case Analyse analyse ->
              StepCodec.write(
                  analyse.leftOut(),
                  new MessageWriter(Messages.ANALYSE)
                      .number64(analyse.unit())
                      .text(analyse.camera())
                      .text(analyse.file().toString())
                      .time(analyse.start())
                      .flag(analyse.gap()));
          case Finish finish -> new MessageWriter(Messages.FINISH).text(finish.camera());
        };
    message.writeTo(out);
  }

  /// The next one; null at the end.
  ///
  /// @throws ProtocolException where it is none
  public static @Nullable AnalysisRequest read(InputStream in) throws IOException {
    MessageReader message = MessageReader.next(in);
    return message == null ? null : message.all(RequestCodec::request);
  }

  private static AnalysisRequest request(MessageReader message) throws ProtocolException {
    int kind = message.number8();
    return switch (kind) {
      case Messages.ANALYSE ->
          new Analyse(
              message.number64(),
              message.text(),
              Path.of(message.text()),
              message.time(),
              message.flag(),
              StepCodec.steps(message));
      case Messages.FINISH -> new Finish(message.text());
      default -> throw new ProtocolException("there is no request of kind " + kind);
    };
  }
}
