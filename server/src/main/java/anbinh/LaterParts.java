package anbinh;

import anbinh.platform.StartFailure;
import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The parts of the server that its first page does not need: each is made when somebody asks for
/// it, and all that are left soon after the server is ready, on a thread of their own, which then
/// starts the work in the background. They are about a third of what the thread that starts
/// everything has to do.
///
/// A part that cannot be made ends the server, as it would have ended the start.
final class LaterParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Logger LOG = LoggerFactory.getLogger(LaterParts.class);

  /// The first page is being made meanwhile.
  private static final Duration AFTER_READY = Duration.ofSeconds(1);

  private final Runnable end;

  /// @param end ends the process
  LaterParts(Runnable end) {
    this.end = end;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.addBeanFactoryPostProcessor(LaterParts::putOff);
    context.addApplicationListener(event -> {
      if (event instanceof ApplicationReadyEvent) {
        Thread.ofPlatform().name("later parts").start(() -> makeAll(context));
      }
    });
  }

  private static void putOff(ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanDefinitionNames()) {
      BeanDefinition definition = beans.getBeanDefinition(name);
      if (definition instanceof AbstractBeanDefinition known
          && known.hasBeanClass()
          && !SmartInitializingSingleton.class.isAssignableFrom(known.getBeanClass())) {
        definition.setLazyInit(true);
      }
    }
  }

  private void makeAll(ConfigurableApplicationContext context) {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    try {
      Thread.sleep(AFTER_READY);
      for (String name : beans.getBeanDefinitionNames()) {
        if (context.isClosed()) {
          return;
        }
        if (beans.getBeanDefinition(name).isSingleton()) {
          beans.getBean(name);
        }
      }
      PollingWorker.startAll(context);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!context.isClosed()) {
        tell(e);
        end.run();
      }
    }
  }

  private static void tell(RuntimeException failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof StartFailure)) {
      cause = cause.getCause();
    }
    if (cause instanceof StartFailure known) {
      LOG.error("the server stops: {}. {}", known.getMessage(), known.remedy());
    } else {
      LOG.error("a component of the server failed to start, so it stops", failure);
    }
  }
}
