package anbinh.video;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// A filter graph with one way in and one way out. What goes in comes out before the next goes in,
/// so that commands by time meet the picture that they are for. Not thread-safe.
final class Graph implements AutoCloseable {
  private final AVFilterGraph graph;
  private final AVFilterContext source;
  private final AVFilterContext sink;
  private final AVFrame out = av_frame_alloc();

  /// @param text all of it, with a source called `in` and a sink called `out`
  Graph(String text, String in, String sinkName) {
    graph = avfilter_graph_alloc();
    var openInputs = new AVFilterInOut(null);
    var openOutputs = new AVFilterInOut(null);
    Libav.check(
        avfilter_graph_parse2(graph, text, openInputs, openOutputs), "read the filter graph");
    Libav.check(avfilter_graph_config(graph, null), "set the filter graph up");
    source = avfilter_graph_get_filter(graph, in);
    sink = avfilter_graph_get_filter(graph, sinkName);
  }

  AVFilterContext sink() {
    return sink;
  }

  void setFrameSize(int samples) {
    av_buffersink_set_frame_size(sink, samples);
  }

  /// Filters a frame.
  ///
  /// @param frame emptied; null at the end
  void push(@Nullable AVFrame frame, Consumer<AVFrame> taker) {
    Libav.check(av_buffersrc_add_frame(source, frame), "filter a frame");
    while (true) {
      int result = av_buffersink_get_frame(sink, out);
      if (Libav.waits(result)) {
        return;
      }
      Libav.check(result, "take a filtered frame");
      taker.accept(out);
      av_frame_unref(out);
    }
  }

  @Override
  public void close() {
    av_frame_free(out);
    avfilter_graph_free(graph);
  }
}
