package anbinh.platform.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Says that it is an old PostgreSQL, and nothing else: a simulation of the start of the protocol
/// (version 3), since Debian has no old one.
final class OldPostgres implements AutoCloseable {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;

  private final ServerSocket server;
  private final String version;

  OldPostgres(String version) throws IOException {
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.version = version;
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/anbinh";
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(
            new DataInputStream(client.getInputStream()),
            new DataOutputStream(client.getOutputStream()));
      } catch (IOException closed) {
        // The test is over, or the client has seen enough.
      }
    }
  }

  private void answer(DataInputStream in, DataOutputStream out) throws IOException {
    int code = start(in);
    while (code == SSL_REQUEST || code == GSS_REQUEST) {
      out.writeByte('N');
      code = start(in);
    }
    message(out, 'R', new byte[4]);
    for (Map.Entry<String, String> parameter :
        Map.of(
                "server_version", version,
                "client_encoding", "UTF8",
                "DateStyle", "ISO",
                "standard_conforming_strings", "on",
                "integer_datetimes", "on")
            .entrySet()) {
      message(out, 'S', text(parameter.getKey() + "\0" + parameter.getValue() + "\0"));
    }
    message(out, 'Z', text("I"));
    while (true) {
      int type = in.readUnsignedByte();
      in.skipNBytes(in.readInt() - 4L);
      if (type == 'Q' || type == 'S') {
        message(out, 'C', text("SET\0"));
        message(out, 'Z', text("I"));
      }
    }
  }

  private static int start(DataInputStream in) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    in.skipNBytes(length - 8L);
    return code;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
    var whole = new ByteArrayOutputStream();
    var data = new DataOutputStream(whole);
    data.writeByte(type);
    data.writeInt(body.length + 4);
    data.write(body);
    out.write(whole.toByteArray());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
