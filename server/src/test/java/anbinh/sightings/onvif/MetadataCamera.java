package anbinh.sightings.onvif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A simulated camera that speaks RTSP and has a metadata track beside a video that it never sends.
/// Sends to the client that came last.
public final class MetadataCamera implements AutoCloseable {
  private static final String SDP =
      """
      v=0
      s=simulated
      a=control:*
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=control:video
      m=application 0 RTP/AVP 107
      a=rtpmap:107 vnd.onvif.metadata/90000
      a=control:metadata
      """;

  private final ServerSocket server;
  private final BlockingQueue<String> documents = new LinkedBlockingQueue<>();
  private volatile @Nullable Socket client;
  private volatile String encoding = "vnd.onvif.metadata";
  private int sequence;
  private int timestamp;

  public MetadataCamera() {
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("metadata-camera").start(this::run);
  }

  public String address() {
    return "rtsp://127.0.0.1:" + server.getLocalPort() + "/stream";
  }

  /// Sends a document as soon as somebody plays.
  void send(String document) {
    documents.add(document);
  }

  /// Says from the next connection on that its metadata comes otherwise.
  void describeAs(String other) {
    encoding = other;
  }

  private String description() {
    return SDP.replace("vnd.onvif.metadata", encoding);
  }

  /// Hangs up.
  void disconnect() throws IOException {
    Socket present = client;
    if (present != null) {
      present.close();
    }
  }

  private void run() {
    while (!server.isClosed()) {
      try {
        Socket accepted = server.accept();
        client = accepted;
        Thread.ofVirtual().start(() -> serve(accepted));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket accepted) {
    try (accepted) {
      answer(accepted);
    } catch (IOException over) {
      // Another client may come.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Socket accepted) throws IOException, InterruptedException {
    var in =
        new BufferedReader(
            new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = accepted.getOutputStream();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String method = line.split(" ", 2)[0];
      String number = "0";
      for (String header = in.readLine(); !"".equals(header); header = in.readLine()) {
        if (header == null) {
          return;
        }
        number = header.startsWith("CSeq:") ? header.substring(5).strip() : number;
      }
      String more =
          switch (method) {
            case "DESCRIBE" ->
                "Content-Base: "
                    + address()
                    + "/\r\nContent-Type: application/sdp\r\nContent-Length: "
                    + description().length()
                    + "\r\n\r\n"
                    + description();
            case "SETUP" -> "Session: 1\r\nTransport: RTP/AVP/TCP;interleaved=0-1\r\n\r\n";
            default -> "Session: 1\r\n\r\n";
          };
      out.write(
          ("RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n" + more).getBytes(StandardCharsets.UTF_8));
      if (method.equals("PLAY")) {
        play(accepted, out);
      }
    }
  }

  private void play(Socket accepted, OutputStream out) throws IOException, InterruptedException {
    while (client == accepted && !accepted.isClosed()) {
      String document = documents.poll(20, TimeUnit.MILLISECONDS);
      if (document != null) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        int half = bytes.length / 2;
        timestamp += 3_000;
        out.write(packet(ByteBuffer.wrap(bytes, 0, half), false));
        out.write(packet(ByteBuffer.wrap(bytes, half, bytes.length - half), true));
      }
    }
  }

  private byte[] packet(ByteBuffer payload, boolean marker) {
    ByteBuffer packet = ByteBuffer.allocate(16 + payload.remaining());
    packet.put((byte) '$').put((byte) 0).putShort((short) (12 + payload.remaining()));
    packet.put((byte) 0x80).put((byte) (107 | (marker ? 0x80 : 0))).putShort((short) sequence++);
    packet.putInt(timestamp).putInt(77).put(payload);
    return packet.array();
  }

  @Override
  public void close() throws IOException {
    server.close();
    disconnect();
  }
}
