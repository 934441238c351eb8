package dev.tillstream.ingest.http;

import dev.tillstream.ingest.intake.Admission;
import jakarta.servlet.http.HttpServletRequest;

/** Finds out what the sender of a request may send. */
@FunctionalInterface
public interface Admissions {

    /** Asked once a request, on its thread: principal and attributes are there. */
    Admission of(HttpServletRequest request);
}
