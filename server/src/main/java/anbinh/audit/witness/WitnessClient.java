package anbinh.audit.witness;

import anbinh.platform.StartFailure;
import anbinh.platform.WholeAnswer;
import anbinh.platform.background.Retry;
import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.Note;
import anbinh.seal.note.NoteSignature;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.tree.Hash;
import anbinh.seal.witness.AddCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A witness at an HTTP address (C2SP tlog-witness v1.0.0). Whatever it does, the caller has an
/// answer within the timeout, and a cosignature only if it is by the key in the policy. Safe for
/// many threads.
final class WitnessClient implements AutoCloseable {
  private static final int MAX_ANSWER_BYTES = 64 * 1024;
  private static final int MAX_DETAIL = 200;
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final WitnessKey key;
  private final URI address;
  private final Duration timeout;
  private final HttpClient http;

  /// @throws StartFailure when the policy names no HTTP address
  WitnessClient(Policy.Witness witness, Duration timeout) {
    this.key = witness.key();
    this.address = address(witness);
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  private static URI address(Policy.Witness witness) {
    String url = String.valueOf(witness.url());
    try {
      URI address = URI.create(url.endsWith("/") ? url : url + "/").resolve("add-checkpoint");
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw noAddress(witness, e);
    }
    throw noAddress(witness, null);
  }

  private static StartFailure noAddress(Policy.Witness witness, @Nullable Exception cause) {
    String message = "the policy of witnesses names no HTTP address for " + witness.name();
    String remedy = "Write it after the witness's key: witness NAME VKEY http://witness.example/";
    return cause == null
        ? new StartFailure(message, remedy)
        : new StartFailure(message, remedy, cause);
  }

  /// Asks for a cosignature.
  WitnessAnswer ask(AddCheckpoint request) throws InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(request.write()))
            .build();
    try {
      return answer(request, send(post));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new WitnessAnswer.Failed(WitnessTrouble.UNREACHABLE, cut(cause.toString()));
    } catch (TimeoutException e) {
      return new WitnessAnswer.Failed(WitnessTrouble.UNREACHABLE, "no answer in time");
    }
  }

  /// The head that the witness cosigned last, as it shows it; empty where it shows none or does not
  /// answer (C2SP asks no witness to). By whom it is signed is for the caller to check.
  Optional<SignedCheckpoint> findHead(String origin) throws InterruptedException {
    String hash = Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    HttpRequest get =
        HttpRequest.newBuilder(address.resolve(hash + "/checkpoint")).timeout(timeout).build();
    try {
      Reply reply = send(get);
      return reply.status == OK
          ? Optional.of(SignedCheckpoint.parse(reply.text.getBytes(StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (ExecutionException | TimeoutException | FormatProblem e) {
      return Optional.empty();
    }
  }

  private Reply send(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    return WholeAnswer.within(
        timeout,
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).thenApply(Reply::read));
  }

  private WitnessAnswer answer(AddCheckpoint request, Reply reply) {
    try {
      return switch (reply.status) {
        case OK -> cosigned(request, reply.text);
        case CONFLICT ->
            new WitnessAnswer.OtherSize(
                Checkpoint.parseNumber(reply.text.strip(), "the size that the witness knows"));
        case 403, 404 -> new WitnessAnswer.Failed(WitnessTrouble.UNKNOWN_LOG, reply.said());
        case 422 -> new WitnessAnswer.Failed(WitnessTrouble.OTHER_HISTORY, reply.said());
        default ->
            new WitnessAnswer.Failed(
                reply.status >= 500 ? WitnessTrouble.UNREACHABLE : WitnessTrouble.WRONG_ANSWER,
                reply.said());
      };
    } catch (FormatProblem e) {
      return new WitnessAnswer.Failed(WitnessTrouble.WRONG_ANSWER, Retry.problem(e));
    }
  }

  private WitnessAnswer cosigned(AddCheckpoint request, String lines) {
    for (NoteSignature line : Note.parseSignatures(lines)) {
      Note alone = new Note(request.note().text(), List.of(line));
      if (key.check(alone) instanceof WitnessKey.Answer.Cosigned cosigned) {
        return new WitnessAnswer.Cosigned(line, cosigned.time());
      }
    }
    return new WitnessAnswer.Failed(
        WitnessTrouble.WRONG_ANSWER, "no cosignature is by the key in the policy");
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MAX_DETAIL));
  }

  private record Reply(int status, String text) {
    static Reply read(HttpResponse<InputStream> response) {
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES);
        return new Reply(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String said() {
      return status + " " + cut(text.strip()).replaceAll("[^ -~]+", " ");
    }
  }
}
