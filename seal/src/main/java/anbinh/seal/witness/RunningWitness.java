package anbinh.seal.witness;

import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// A witness that answers over HTTP until it is closed.
///
/// Of a process only the first has limits on connections and times, which the JDK's server takes
/// from properties of the process.
public final class RunningWitness implements Closeable {
  private final WitnessFolder folder;
  private final Witness witness;
  private final WitnessServer server;
  private final String host;

  private RunningWitness(WitnessFolder folder, Witness witness, WitnessServer server, String host) {
    this.folder = folder;
    this.witness = witness;
    this.server = server;
    this.host = host;
  }

  /// Opens a witness's folder, or begins one, and answers.
  ///
  /// @param name what its key is called when it is made
  /// @param logs to know from now on
  /// @param port 0 for a free one
  /// @param journal where it says what it refuses
  /// @throws anbinh.seal.FormatProblem when something in the folder is not as it should be
  public static RunningWitness start(
      Path where, String name, List<VerifierKey> logs, String host, int port, PrintStream journal)
      throws IOException {
    WitnessServer.limit();
    WitnessFolder folder = WitnessFolder.open(where, name, logs);
    try {
      Witness witness = new Witness(folder, InstantSource.system());
      var server =
          new WitnessServer(
              witness,
              new WitnessPage(ZoneId.systemDefault()),
              new InetSocketAddress(host, port),
              journal);
      server.start();
      return new RunningWitness(folder, witness, server, host);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// Where it answers, with the slash at the end.
  public String address() {
    return "http://" + host + ":" + server.port() + "/";
  }

  /// The public half of its key.
  public WitnessKey key() {
    return witness.key();
  }

  List<WatchedLog> logs() {
    return witness.logs();
  }

  @Override
  public void close() throws IOException {
    server.close();
    folder.close();
  }
}
