package anbinh.situation.resident;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Serves the residents' page under `/report` and `/report/follow`. No browser keeps it, so that
/// whoever goes back to it finds nothing of what was typed.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ResidentPages implements WebMvcConfigurer {
  private static final String PAGE = "/report.html";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/report").setViewName("forward:" + PAGE);
    registry.addViewController("/report/follow").setViewName("forward:" + PAGE);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(PAGE)
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noStore());
  }
}
