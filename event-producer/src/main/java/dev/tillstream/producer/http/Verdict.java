package dev.tillstream.producer.http;

/** What an HTTP status means for an event. */
enum Verdict {
    ACCEPTED,
    REJECTED,
    AGAIN;

    /** 429 and 5xx ask to send again, as no answer does; other refusals are final. */
    static Verdict of(int status) {
        if (status >= 200 && status < 300) {
            return ACCEPTED;
        }
        return status == 408 || status == 429 || status >= 500 ? AGAIN : REJECTED;
    }
}
