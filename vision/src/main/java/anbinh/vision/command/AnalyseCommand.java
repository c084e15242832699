package anbinh.vision.command;

import static java.util.Objects.requireNonNull;

import anbinh.vision.analysis.CameraAnalysis;
import anbinh.vision.analysis.ClipAnalysis;
import anbinh.vision.analysis.ClipSteps;
import anbinh.vision.analysis.Nets;
import anbinh.vision.analysis.UnitPass;
import anbinh.vision.model.ModelException;
import anbinh.vision.protocol.AnalysisAnswer;
import anbinh.vision.protocol.AnalysisAnswer.CameraFinished;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.Ready;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.AnalysisRequest.Finish;
import anbinh.vision.protocol.AnswerCodec;
import anbinh.vision.protocol.RequestCodec;
import anbinh.vision.protocol.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `plates analyse [--models FOLDER]`: analyses the files that the requests on its standard input
/// name, and answers on its standard output. It computes in one thread; whoever has more processors
/// starts more of it.
public final class AnalyseCommand {
  /// So much may a file overlap with the one before by the inexactness of clocks.
  private static final Duration MAX_OVERLAP = Duration.ofSeconds(1);

  private final Nets nets;
  private final OutputStream out;
  private final PrintStream err;
  private final Map<String, CameraAnalysis> cameras = new LinkedHashMap<>();

  private AnalyseCommand(Nets nets, OutputStream out, PrintStream err) {
    this.nets = nets;
    this.out = out;
    this.err = err;
  }

  /// @param arguments after `analyse`
  /// @return the exit code: 0, 1 where what comes in is no request, 2 where the arguments or the
  ///   nets are wrong
  public static int run(List<String> arguments, InputStream in, OutputStream out, PrintStream err) {
    boolean models = arguments.size() == 2 && arguments.getFirst().equals("--models");
    if (!models && !arguments.isEmpty()) {
      err.println("plates analyse takes no other arguments than --models FOLDER");
      return 2;
    }
    try (Nets nets = Nets.load(models ? Path.of(arguments.getLast()) : null, 1)) {
      new AnalyseCommand(nets, out, err).serve(in);
      return 0;
    } catch (ModelException e) {
      err.println(e.getMessage());
      return 2;
    } catch (IOException | UncheckedIOException e) {
      err.println("plates analyse: " + e.getMessage());
      return 1;
    }
  }

  private void serve(InputStream in) throws IOException {
    AnswerCodec.writeHeader(out);
    answer(new Ready(nets.reader().version(), requireNonNull(nets.detector()).version()));
    RequestCodec.readHeader(in);
    for (AnalysisRequest request = RequestCodec.read(in);
        request != null;
        request = RequestCodec.read(in)) {
      switch (request) {
        case Analyse analyse -> analyse(analyse);
        case Finish finish -> finish(finish.camera());
      }
    }
    cameras.values().forEach(CameraAnalysis::finish);
  }

  private void analyse(Analyse request) {
    CameraAnalysis camera =
        cameras.computeIfAbsent(
            request.camera(), name -> new CameraAnalysis(nets, found -> found(name, found)));
    if (request.gap()) {
      camera.finish();
    }
    if (request.start().plus(MAX_OVERLAP).isBefore(camera.last())) {
      camera.restart();
    }
    long before = processorNanos();
    try {
      ClipAnalysis.Counts counts =
          ClipAnalysis.run(
              camera, request.unit(), request.file(), request.start(), new ToldSteps(request));
      answer(
          new UnitDone(
              request.unit(),
              counts.decoded(),
              counts.looks(),
              Duration.ofNanos(processorNanos() - before),
              counts.leftOut()));
    } catch (IOException | ModelException e) {
      answer(new UnitFailed(request.unit(), String.valueOf(e.getMessage())));
    } catch (UncheckedIOException e) {
      throw e; // Answers cannot be written.
    } catch (RuntimeException e) {
      e.printStackTrace(err);
      answer(
          new UnitFailed(
              request.unit(), "a fault of the analysis: " + e.getClass().getSimpleName()));
    }
  }

  /// Does what is not to be left out, and tells of it before.
  private final class ToldSteps implements ClipSteps {
    private final Analyse request;

    ToldSteps(Analyse request) {
      this.request = request;
    }

    @Override
    public boolean decodes(long packet) {
      return begin(new Step(Step.Stage.DECODE, packet));
    }

    @Override
    public boolean looksAt(long millisecond) {
      return begin(new Step(Step.Stage.LOOK, millisecond));
    }

    private boolean begin(Step step) {
      boolean isDone = !request.leftOut().contains(step);
      if (isDone) {
        answer(new StepBegun(request.unit(), step));
      }
      return isDone;
    }
  }

  private void finish(String name) {
    CameraAnalysis camera = cameras.remove(name);
    if (camera != null) {
      camera.finish();
    }
    answer(new CameraFinished(name));
  }

  private void found(String camera, UnitPass found) {
    answer(new PassFound(found.unit(), camera, found.pass()));
  }

  private void answer(AnalysisAnswer answer) {
    try {
      AnswerCodec.write(answer, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
