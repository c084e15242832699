package anbinh.vision.protocol;

import anbinh.vision.protocol.AnalysisAnswer.CameraFinished;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.Ready;
import anbinh.vision.protocol.AnalysisAnswer.StepBegun;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.AnalysisRequest.Finish;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A process that analyses video, as its user sees it: units go in, and each is done, failed or
/// lost. If the process ends or does not answer, another one is started; the unit that it had in
/// hand is lost, and it is told in which step that was; those behind it are sent again. For any
/// number of threads.
public final class AnalysisProcess implements AutoCloseable {
  private static final Duration MAX_RETRY = Duration.ofMinutes(1);

  /// In which a process ends that has nothing more to say.
  private static final long EXIT_SECONDS = 10;

  private final List<String> command;
  private final Settings settings;
  private final AnalysisListener listener;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// Requests that are not answered, in their order.
  private final Deque<AnalysisRequest> pending = new ArrayDeque<>();

  private @Nullable Process process;

  /// To a process that is ready.
  private @Nullable OutputStream requests;

  /// That the process had in hand last, of the first unit that is pending. For its own thread.
  private @Nullable Step step;

  private State state = State.OPEN;
  private long lastProgress;

  private enum State {
    OPEN,
    /// What was sent is still done.
    CLOSING,
    CLOSED
  }

  /// @param maxPending units that are sent and not answered; more wait
  /// @param timeout of a unit, after which the process is ended
  /// @param retry after which a process that could not be started is tried again; twice as long
  ///   each time, up to a minute
  public record Settings(int maxPending, Duration timeout, Duration retry) {
    public static final Settings DEFAULT =
        new Settings(2, Duration.ofMinutes(10), Duration.ofSeconds(1));

    public Settings {
      if (maxPending < 1) {
        throw new IllegalArgumentException("at least one unit must be pending");
      }
    }
  }

  /// @param command line that starts `plates analyse`
  public AnalysisProcess(List<String> command, Settings settings, AnalysisListener listener) {
    this.command = List.copyOf(command);
    this.settings = settings;
    this.listener = listener;
    thread = Thread.ofPlatform().name("analysis").daemon().start(this::run);
  }

  /// Sends a unit, once fewer than `maxPending` are pending.
  ///
  /// @throws IllegalStateException where it is closed
  public void analyse(Analyse unit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (state == State.OPEN && units() >= settings.maxPending()) {
        changed.await();
      }
      send(unit);
    } finally {
      lock.unlock();
    }
  }

  /// Ends what is followed of a camera, after the units that were sent before.
  ///
  /// @throws IllegalStateException where it is closed
  public void finish(String camera) {
    lock.lock();
    try {
      send(new Finish(camera));
    } finally {
      lock.unlock();
    }
  }

  private long units() {
    return pending.stream().filter(Analyse.class::isInstance).count();
  }

  private void send(AnalysisRequest request) {
    if (state != State.OPEN) {
      throw new IllegalStateException("the analysis is closed");
    }
    if (pending.isEmpty()) {
      lastProgress = System.nanoTime();
    }
    pending.add(request);
    changed.signalAll();
    OutputStream out = requests;
    if (out != null) {
      try {
        RequestCodec.write(request, out);
      } catch (IOException e) {
        requests = null; // The process has ended: its successor gets what is pending.
      }
    }
  }

  private void run() {
    try {
      Duration retry = settings.retry();
      while (awaitWork()) {
        String problem = serve();
        if (problem == null) {
          retry = settings.retry();
        } else {
          listener.notStarted(problem);
          if (!sleep(retry)) {
            break;
          }
          Duration next = retry.multipliedBy(2);
          retry = next.compareTo(MAX_RETRY) < 0 ? next : MAX_RETRY;
        }
      }
    } finally {
      abandon();
    }
  }

  /// Whether there is something to do, once there is or it is closed.
  private boolean awaitWork() {
    lock.lock();
    try {
      while (pending.isEmpty() && state == State.OPEN) {
        changed.awaitUninterruptibly();
      }
      return !pending.isEmpty() && state != State.CLOSED;
    } finally {
      lock.unlock();
    }
  }

  /// Waits; says whether it is still open then.
  private boolean sleep(Duration time) {
    lock.lock();
    try {
      long remaining = time.toNanos();
      while (remaining > 0 && state == State.OPEN) {
        remaining = changed.awaitNanos(remaining);
      }
      return state == State.OPEN;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Starts a process and hears it until it ends.
  ///
  /// @return why it never was ready; null where it was
  private @Nullable String serve() {
    Process started;
    try {
      started = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      return e.getMessage();
    }
    boolean ready = false;
    List<AnalysisRequest> inHand;
    try (InputStream answers = new BufferedInputStream(started.getInputStream())) {
      begin(started);
      Thread.ofVirtual().start(() -> watch(started));
      AnswerCodec.readHeader(answers);
      for (AnalysisAnswer answer = AnswerCodec.read(answers);
          answer != null;
          answer = AnswerCodec.read(answers)) {
        if (answer instanceof Ready) {
          ready = true;
          resend(started);
        } else {
          hear(answer);
        }
      }
    } catch (ProtocolException e) {
      started.destroyForcibly(); // Nothing that it says can be relied on.
    } catch (IOException e) {
      // It ends, within an answer or before the first.
    } finally {
      inHand = end(started, ready);
    }
    if (!ready) {
      return "ended with code %d before it was ready".formatted(started.exitValue());
    }
    listener.ended();
    lose(inHand);
    return null;
  }

  private void begin(Process started) {
    lock.lock();
    try {
      process = started;
      lastProgress = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void resend(Process to) throws IOException {
    lock.lock();
    try {
      OutputStream out = new BufferedOutputStream(to.getOutputStream());
      RequestCodec.writeHeader(out);
      for (AnalysisRequest request : pending) {
        RequestCodec.write(request, out);
      }
      requests = out;
      lastProgress = System.nanoTime();
      if (state != State.OPEN) {
        out.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private void hear(AnalysisAnswer answer) throws ProtocolException {
    switch (answer) {
      case Ready _ -> throw new ProtocolException("is ready twice");
      case StepBegun begun -> {
        requireFirst(begun.unit());
        step = begun.step();
      }
      case PassFound pass -> listener.found(pass);
      case UnitDone unit -> {
        answered(unit.unit());
        listener.done(unit);
      }
      case UnitFailed unit -> {
        answered(unit.unit());
        listener.failed(unit);
      }
      case CameraFinished finished -> {
        answered(null);
        listener.finished(finished.camera());
      }
    }
  }

  /// @param unit that was done or failed; null where a camera was finished
  private void answered(@Nullable Long unit) throws ProtocolException {
    lock.lock();
    try {
      requireFirst(unit);
      pending.remove();
      step = null;
      lastProgress = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// @param unit that must be in hand; null where a camera must be
  private void requireFirst(@Nullable Long unit) throws ProtocolException {
    lock.lock();
    try {
      boolean isFirst =
          switch (pending.peek()) {
            case Analyse analyse -> unit != null && analyse.unit() == unit;
            case Finish _ -> unit == null;
            case null -> false;
          };
      if (!isFirst) {
        throw new ProtocolException("answers what was not asked");
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends the process if it has not answered for too long.
  private void watch(Process watched) {
    lock.lock();
    try {
      while (watched.equals(process)) {
        long remaining = settings.timeout().toNanos() - (System.nanoTime() - lastProgress);
        if (pending.isEmpty()) {
          changed.await();
        } else if (remaining > 0) {
          changed.awaitNanos(remaining);
        } else {
          watched.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /// @return what it had in hand, where it was ready
  private List<AnalysisRequest> end(Process ended, boolean ready) {
    try {
      ended.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.destroyForcibly();
    ended.onExit().join();
    lock.lock();
    try {
      process = null;
      requests = null;
      changed.signalAll();
      return ready ? takeInHand() : List.of();
    } finally {
      lock.unlock();
    }
  }

  /// The unit that a process had in hand is pending no more, nor are cameras that were to be
  /// finished before it.
  private List<AnalysisRequest> takeInHand() {
    lock.lock();
    try {
      List<AnalysisRequest> taken = new ArrayList<>();
      while (pending.peek() instanceof Finish) {
        taken.add(pending.remove());
      }
      if (!pending.isEmpty()) {
        taken.add(pending.remove());
      }
      changed.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// Tells of what a process had in hand. Cameras that were to be finished are, since what was
  /// followed is lost.
  private void lose(List<AnalysisRequest> inHand) {
    Step last = step;
    step = null;
    for (AnalysisRequest request : inHand) {
      switch (request) {
        case Finish finish -> listener.finished(finish.camera());
        case Analyse unit -> listener.lost(unit, last);
      }
    }
  }

  /// Takes nothing more, and tells that all that is pending is lost.
  private void abandon() {
    lock.lock();
    try {
      state = State.CLOSED;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (var lost = takeInHand(); !lost.isEmpty(); lost = takeInHand()) {
      lose(lost);
    }
  }

  /// Waits until all that was sent is done, at most as long as one unit may take; what is not done
  /// then, or when the waiting thread is interrupted, is lost.
  @Override
  public void close() {
    lock.lock();
    try {
      if (state == State.OPEN) {
        state = State.CLOSING;
      }
      changed.signalAll();
      OutputStream out = requests;
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      requests = null; // The process has ended.
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(settings.timeout())) {
        abort();
      }
    } catch (InterruptedException e) {
      abort();
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the process at once; what is pending is lost.
  public void abort() {
    lock.lock();
    try {
      state = State.CLOSED;
      changed.signalAll();
      Process running = process;
      if (running != null) {
        running.destroyForcibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
