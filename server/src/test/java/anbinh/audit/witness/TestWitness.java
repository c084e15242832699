package anbinh.audit.witness;

import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.verify.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A witness in a process of its own, as another office runs it; may be killed and started again on
/// the same folder and port.
public final class TestWitness implements AutoCloseable {
  private final Path folder;
  private final String name;
  private Process process;
  private String address;
  private WitnessKey key;

  public TestWitness(Path folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    start("0");
  }

  public WitnessKey key() {
    return key;
  }

  public String address() {
    return address;
  }

  /// The line of a policy.
  public String line() {
    return "witness " + name + " " + key.write() + " " + address + "\n";
  }

  public void start(VerifierKey... logs) throws IOException {
    start(address.replaceAll(".*:([0-9]+)/", "$1"), logs);
  }

  /// `kill -9`.
  public void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private void start(String port, VerifierKey... logs) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("witness", "--folder", folder.toString(), "--port", port, "--name", name));
    for (VerifierKey log : logs) {
      arguments.addAll(List.of("--log", log.write()));
    }
    process = run(arguments.toArray(String[]::new));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = lines.readLine();
    String vkey = lines.readLine();
    if (ready == null || vkey == null) {
      throw new IOException("the witness did not start");
    }
    int from = ready.indexOf("http://");
    address = ready.substring(from, ready.indexOf(' ', from));
    key = WitnessKey.parse(vkey);
  }

  /// The small jar's command in a process of its own.
  public static Process run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-cp",
                location(),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String location() {
    return Path.of(
            URI.create(Main.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
