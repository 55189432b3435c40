// SPDX-License-Identifier: Apache-2.0
package engine;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** HTTP basic authentication of the REST interface, against the engine's own users. */
@Configuration
@ConditionalOnBooleanProperty(name = "engine.auth", matchIfMissing = true)
public class BasicAuthentication {
  @Bean
  FilterRegistrationBean<Filter> restAuthentication() throws ReflectiveOperationException {
    // Camunda and Operaton have the same classes under different package names.
    String vendor = ClassUtils.isPresent("org.camunda.bpm.engine.ProcessEngine", null) ? "camunda" : "operaton";
    String security = "org." + vendor + ".bpm.engine.rest.security.auth.";
    var filter = Class.forName(security + "ProcessEngineAuthenticationFilter").asSubclass(Filter.class);

    var registration = new FilterRegistrationBean<Filter>(filter.getDeclaredConstructor().newInstance());
    registration.setName("rest-authentication");
    registration.addUrlPatterns("/engine-rest/*");
    registration.addInitParameter("authentication-provider", security + "impl.HttpBasicAuthenticationProvider");
    registration.setAsyncSupported(true);
    registration.setOrder(1);
    return registration;
  }
}
