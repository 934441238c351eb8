package dev.tillstream.router.route;

/**
 * An output of a runtime template that other templates import.
 *
 * @param template the file's name without its ending, for example {@code queues}
 */
public record Export(String template, String output) {

    /** The parameter of an importing template that names the exporting stack. */
    public String parameter() {
        return Target.pascal(template) + "Stack";
    }

    @Override
    public String toString() {
        return template + ".yaml:" + output;
    }
}
