package anbinh.platform.web;

import anbinh.platform.DataFolder;
import anbinh.platform.Inbound;
import anbinh.platform.PageRequest;
import anbinh.platform.ReadOnlyMode;
import anbinh.platform.http.OpenPaths;
import anbinh.platform.http.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyEditorSupport;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/// Serves the console's files and reads `?limit=&after=`.
///
/// Files below `/assets/` have a hash in their name and are kept for a year; all others are asked
/// for again each time. A path that is no file is the console's own and gets `index.html`; below
/// `/t/` is the phone app of team members, with files of its own.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {
  private static final String FILES = "classpath:/static/";
  private static final String WRITE_BYTES = String.valueOf(128 * 1024);

  private final ReadOnlyMode readOnly;

  WebConfiguration(ReadOnlyMode readOnly) {
    this.readOnly = readOnly;
  }

  /// Nothing is passed from one request to the next. Spring would look for it in the session, also
  /// while it shows that sessions cannot be read.
  @Bean
  FlashMapManager flashMapManager() {
    return new AbstractFlashMapManager() {
      @Override
      protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return null;
      }

      @Override
      protected void updateFlashMaps(
          List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException("Nothing is passed on.");
      }
    };
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ReadOnlyRequests(readOnly));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(false)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new PathResourceResolver());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new ConsolePaths());
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
    registry.addRedirectViewController("/t", "/t/");
    registry.addViewController("/t/").setViewName("forward:/t/index.html");
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, text -> required(Inbound.instant(text)));
    registry.addConverter(String.class, LocalDate.class, text -> required(Inbound.date(text)));
  }

  private static <T> T required(Optional<T> read) {
    return read.orElseThrow(() -> new IllegalArgumentException("not of the right form"));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PageRequestResolver());
  }

  /// Footage goes to a socket in pieces of [#WRITE_BYTES] instead of 8 KiB. What Tomcat wants to
  /// have on the disk lies in the data folder: among the system's temporary files it would stay for
  /// ever when the server is killed.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(
      DataFolder data, ProblemWriter problems) {
    return factory -> {
      File folder = data.folder("web").toFile();
      factory.setBaseDirectory(folder);
      factory.setDocumentRoot(folder);
      factory.addContextCustomizers(context -> {
        var host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(ContainerErrors.class.getName()); // the one that is there
        host.getPipeline().addValve(new ContainerErrors(problems));
      });
      factory.addConnectorCustomizers(
          connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BYTES));
    };
  }

  @Bean
  OpenPaths siteIsOpen() {
    return OpenPaths.of("/api/site", "/problems/*");
  }

  /// A converter would not do: where it refuses, Spring asks its own editor, which is more lenient.
  @ControllerAdvice
  static final class Identifiers {
    @InitBinder
    void read(WebDataBinder binder) {
      binder.registerCustomEditor(
          UUID.class,
          new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
              setValue(required(Inbound.id(text)));
            }
          });
    }
  }

  private static final class PageRequestResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      String path = ((ServletWebRequest) request).getRequest().getRequestURI();
      return PageRequest.parse(path, request.getParameter("limit"), request.getParameter("after"));
    }
  }
}
