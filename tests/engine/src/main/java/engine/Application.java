// SPDX-License-Identifier: Apache-2.0
package engine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerPortFileWriter;

/** An engine with its REST interface, for tests; start.sh starts it. */
@SpringBootApplication
public class Application {
  public static void main(String[] args) {
    var application = new SpringApplication(Application.class);
    // Only this process knows which free port it got, and only its own file proves that
    // whoever answers on a given port is this engine.
    String portFile = System.getProperty("engine.port-file");
    if (portFile != null) {
      application.addListeners(new WebServerPortFileWriter(portFile));
    }
    application.run(args);
  }
}
