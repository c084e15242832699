package anbinh.recording.watch;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/// Where the live picture is, and as whom its viewer acts. Only pages of the same origin may open
/// it, which is the framework's default and stands against cross-site hijacking.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
class LiveSocketConfiguration implements WebSocketConfigurer {
  static final String PREFIX = "/api/cameras/";
  static final String SUFFIX = "/live";

  private final LiveSocket live;

  LiveSocketConfiguration(LiveSocket live) {
    this.live = live;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    // Keeps the session's identifier, by which the viewer's rights are looked at again.
    registry
        .addHandler(live, PREFIX + "*" + SUFFIX)
        .addInterceptors(new HttpSessionHandshakeInterceptor(List.of()));
  }

  /// Does something as the person who opened the socket.
  static <T> T asViewer(WebSocketSession session, Supplier<T> action) {
    var before = SecurityContextHolder.getContext();
    try {
      var context = SecurityContextHolder.createEmptyContext();
      if (session.getPrincipal() instanceof Authentication viewer) {
        context.setAuthentication(viewer);
      }
      SecurityContextHolder.setContext(context);
      return action.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
