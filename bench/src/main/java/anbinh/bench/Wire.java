package anbinh.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Asks a server over one connection that stays open, and times the answer's body. It is a bare
/// socket, so that little of what is timed is the client: with cold caches, Java's own took about a
/// sixth of the time to a clip's first byte. Not thread-safe.
final class Wire implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final URI server;
  private final String cookies;
  private final byte[] buffer = new byte[BUFFER];
  private Socket socket;
  private InputStream answers;

  /// @param cookies the header of whoever is signed in
  Wire(URI server, String cookies) throws IOException {
    this.server = server;
    this.cookies = cookies;
    this.socket = connect();
    this.answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  /// Asks for a path whose answer says how long it is.
  Timing time(String path) throws IOException {
    byte[] request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
            .formatted(path, server.getAuthority(), cookies)
            .getBytes(ISO_8859_1);
    long begun = System.nanoTime();
    socket.getOutputStream().write(request);
    List<String> head = head();
    if (!head.getFirst().startsWith("HTTP/1.1 200")) {
      throw new IOException("the server answered " + head.getFirst());
    }
    long bytes = Long.parseLong(header(head, "content-length:"));
    long left = bytes - answers.readNBytes(buffer, 0, 1);
    long first = System.nanoTime() - begun;
    while (left > 0) {
      int read = answers.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (read < 0) {
        throw new IOException("the answer ends " + left + " bytes too early");
      }
      left -= read;
    }
    var timing = new Timing(first, System.nanoTime() - begun, bytes);
    if (header(head, "connection:").equals("close")) {
      socket.close();
      socket = connect();
      answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }
    return timing;
  }

  private Socket connect() throws IOException {
    var made = new Socket(server.getHost(), server.getPort());
    made.setTcpNoDelay(true);
    return made;
  }

  private List<String> head() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    return lines;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static String header(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
