/** What a project's {@code plumbline.yaml} says, for whoever obeys it: the command line and the doors for tests. */
@NullMarked
package plumbline.settings;

import org.jspecify.annotations.NullMarked;
