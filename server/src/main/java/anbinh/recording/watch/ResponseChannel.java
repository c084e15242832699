package anbinh.recording.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A response's body as a channel. It passes on what it is given in one piece, where the JDK's
/// adapter would cut it into pieces of 8 KiB. The first piece leaves at once, so that whoever plays
/// a video reads its head while its frames are still being fetched. For one thread.
final class ResponseChannel implements WritableByteChannel {
  private final OutputStream body;
  private boolean begun;

  ResponseChannel(OutputStream body) {
    this.body = body;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int count = source.remaining();
    if (source.hasArray()) {
      body.write(source.array(), source.arrayOffset() + source.position(), count);
      source.position(source.limit());
    } else {
      byte[] bytes = new byte[count];
      source.get(bytes);
      body.write(bytes);
    }
    if (!begun) {
      body.flush();
      begun = true;
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /// Does nothing: the container ends the response.
  @Override
  public void close() {}
}
