package dev.tillstream.router.route.render;

/** A text that grows line by line. */
final class Lines {

    private final StringBuilder text = new StringBuilder();

    void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    void block(String lines) {
        text.append(lines);
    }

    String text() {
        return text.toString();
    }
}
