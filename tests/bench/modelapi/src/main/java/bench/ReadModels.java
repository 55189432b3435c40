// SPDX-License-Identifier: Apache-2.0
package bench;

import java.io.File;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Reads each file as the engine vendor's model API does, which validates it against the schemas. */
public final class ReadModels {
    private ReadModels() {}

    public static void main(String[] files) {
        int refused = 0;
        for (String file : files) {
            try {
                Bpmn.readModelFromFile(new File(file));
            } catch (RuntimeException refusal) {
                refused++;
            }
        }
        System.out.println(files.length + " files, " + refused + " refused");
    }
}
